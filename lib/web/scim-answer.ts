import type { Person } from "@/lib/sso/scim/people";

const core = "urn:ietf:params:scim:schemas:core:2.0";
const message = "urn:ietf:params:scim:api:messages:2.0";

/** A no as a directory reads it (RFC 7644 §3.12); no person reads it. */
export class ScimError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly scimType?: string,
  ) {
    super(detail);
  }

  body() {
    const { status, detail, scimType } = this;
    return { schemas: [`${message}:Error`], status: String(status), detail, ...(scimType && { scimType }) };
  }
}

export function userOf({ id, user_name, external_id, name, active, joined_at }: Person, base: string) {
  return {
    schemas: [`${core}:User`],
    id,
    ...(external_id && { externalId: external_id }),
    userName: user_name,
    displayName: name,
    active,
    meta: { resourceType: "User", created: joined_at.toISOString(), location: `${base}/Users/${id}` },
  };
}

export function listed(resources: unknown[], total: number, from: number) {
  return {
    schemas: [`${message}:ListResponse`],
    totalResults: total,
    startIndex: from,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

const not = { supported: false };
const userType = (base: string) => ({
  schemas: [`${core}:ResourceType`],
  id: "User",
  name: "User",
  endpoint: "/Users",
  schema: `${core}:User`,
  meta: { resourceType: "ResourceType", location: `${base}/ResourceTypes/User` },
});

/** What a directory may want to know of us before it begins. */
export function about(what: string, base: string): unknown {
  if (what === "ResourceTypes") return listed([userType(base)], 1, 1);
  if (what === "Groups") return listed([], 0, 1);
  if (what !== "ServiceProviderConfig") return undefined;
  return {
    schemas: [`${core}:ServiceProviderConfig`],
    patch: { supported: true },
    bulk: { ...not, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: 200 },
    changePassword: not,
    sort: not,
    etag: not,
    authenticationSchemes: [{ type: "oauthbearertoken", name: "Bearer", description: "A token of the company" }],
  };
}

import { Refused } from "@/lib/errors";

type Said = { [claim: string]: unknown };
export type Expected = { pinClaim: string; pinValue: string; ownerClaim: string; ownerValue: string };

/** Where one issuer serves many companies, only people of this one may come in. Refuses with `sso-not-yours`. */
export function checkPin(said: Said, { pinClaim, pinValue }: Expected) {
  if (pinClaim && !holds(said[pinClaim], pinValue)) throw new Refused("sso-not-yours");
}

/** What the provider says that the person is in the company; null when the company does not let it say so. */
export function roleSaid(said: Said, { ownerClaim, ownerValue }: Expected) {
  if (!ownerClaim || !ownerValue) return null;
  return holds(said[ownerClaim], ownerValue) ? "owner" : "member";
}

/** A claim may be one value or a list of them (groups). Equality, never "contains". */
function holds(claim: unknown, value: string) {
  return Array.isArray(claim) ? claim.includes(value) : claim === value;
}

/** What the person is called, and at which mailbox; the mailbox counts only when the provider has verified it. */
export function personSaid(said: Said) {
  const text = (claim: string) => (typeof said[claim] === "string" ? said[claim].replaceAll("\0", "").trim() : "");
  const email = text("email").toLowerCase();
  const login = email || text("preferred_username") || text("sub");
  return {
    name: (text("name") || text("given_name") || login.split("@")[0] || login).slice(0, 60),
    login: login.slice(0, 254),
    verifiedEmail: said.email_verified === true && email ? email : null,
  };
}

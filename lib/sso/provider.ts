import { createHash } from "node:crypto";
import * as oidc from "openid-client";
import { Refused } from "@/lib/errors";
import { fetchOutward, isInside } from "@/lib/sso/fetch-outward";

/** A company's own sign-in, as its owner set it up. */
export type Provider = { issuer: string; clientId: string; clientSecret: string };

/** What is kept of a sign-in while the browser is at the provider; it comes back with the same, or not at all. */
export type Pending = { state: string; nonce: string; verifier: string };

/** What the provider says about whoever came. */
export type Claims = { iss: string; sub: string; [claim: string]: unknown };

/** Keys that only their owner has: nothing unsigned, and nothing signed with a secret that both sides know. */
const algorithms = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

const keptMs = 10 * 60_000;
const known = new Map<string, { at: number; found: Promise<oidc.Configuration> }>();

/** Asks the provider who it is, at most every ten minutes. Refuses with `sso-unreachable`. */
export async function discover(provider: Provider, now = Date.now()) {
  const key = createHash("sha256").update(JSON.stringify(provider)).digest("hex");
  for (const [other, { at }] of known) if (now - at > keptMs) known.delete(other);
  const kept = known.get(key) ?? { at: now, found: find(provider) };
  known.set(key, kept);
  return kept.found.catch((error) => {
    known.delete(key);
    console.error("sso: provider not found:", wordOf(error));
    throw new Refused("sso-unreachable", { issuer: ["sso-unreachable"] });
  });
}

async function find({ issuer, clientId, clientSecret }: Provider) {
  const url = new URL(issuer);
  const plain = url.protocol === "http:" && isInside(url) ? [oidc.allowInsecureRequests] : [];
  const config = await oidc.discovery(url, clientId, clientSecret, undefined, {
    [oidc.customFetch]: fetchOutward,
    // without it, an ID token is believed for the line it came over, whoever signed it
    execute: [...plain, oidc.enableNonRepudiationChecks],
  });
  return config;
}

/** Where the browser has to go, and what has to be kept until it comes back to `back`. */
export async function beginAt(provider: Provider, back: string): Promise<{ address: URL; pending: Pending }> {
  const config = await discover(provider);
  const pending = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  };
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: back,
    scope: "openid email profile",
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: "S256",
  });
  return { address, pending };
}

/**
 * Who it is that came back. Checked: state, `iss`, PKCE, nonce, signature by a key of the provider, issuer, audience,
 * times. Whatever is wrong, the refusal is `sso-failed`; the log says more, and never a code or a token.
 */
export async function arriveFrom(provider: Provider, at: URL, pending: Pending): Promise<Claims> {
  const config = await discover(provider);
  try {
    const tokens = await oidc.authorizationCodeGrant(config, at, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || !algorithms.includes(algorithmOf(tokens.id_token))) throw new Error("a token signed by nobody");
    return claims;
  } catch (error) {
    console.error("sso: turned away:", wordOf(error));
    throw new Refused("sso-failed");
  }
}

const algorithmOf = (token = "") =>
  String(JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).alg);

/** A library's name for it, and nothing that it quotes. */
function wordOf(error: unknown) {
  const { name = "Error", code = "", message = "" } = error as { name?: string; code?: string; message?: string };
  return `${name} ${code} ${message}`.replaceAll(/[\r\n]+/g, " ").slice(0, 160);
}

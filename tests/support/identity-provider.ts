import { createPrivateKey, generateKeyPairSync, type JsonWebKey, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

type Token = { header: Record<string, unknown>; payload: Record<string, unknown> };
type Who = { sub: string; [claim: string]: unknown };
export type IdentityProvider = Awaited<ReturnType<typeof anIdentityProvider>>;

const newKey = (kid: string) =>
  ({
    ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
    kid,
    alg: "RS256",
    use: "sig",
  }) as JsonWebKey;

/**
 * A real OpenID provider. Whoever comes is signed in at once as `person`. `tamper` is what lies between the provider
 * and us: it makes another token of each ID token.
 */
export async function anIdentityProvider(client: { id: string; secret: string }) {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const key = newKey("the-key");
  const state = {
    issuer,
    person: { sub: "nobody" } as Who,
    tamper: null as ((token: Token) => string) | null,
    /** Signs as the provider does, or with another key. */
    signed: ({ header, payload }: Token, by: JsonWebKey = key) => signed(header, payload, by),
    strangeKey: newKey("the-key"),
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
  const provider = aProvider(issuer, client, key, () => state.person);
  const answer = provider.callback();
  server.on("request", (request, out) => {
    if (request.url?.startsWith("/interaction/")) return void signIn(provider, request, out, state.person.sub);
    if (request.url === "/token" && state.tamper) tampered(out, state.tamper);
    answer(request, out);
  });
  return state;
}

function aProvider(issuer: string, client: { id: string; secret: string }, key: JsonWebKey, who: () => Who) {
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: ["http://localhost/unknown"] }],
    jwks: { keys: [key as never] },
    claims: {
      openid: ["sub", "groups", "tid"],
      email: ["email", "email_verified"],
      profile: ["name", "preferred_username"],
    },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ ...who(), sub }) }),
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? "",
        accountId: ctx.oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  // a test's doors are random: any of them may come back here
  provider.Client.prototype.redirectUriAllowed = () => true;
  return provider;
}

async function signIn(provider: Provider, request: IncomingMessage, out: ServerResponse, accountId: string) {
  await provider.interactionFinished(request, out, { login: { accountId } });
}

/** Changes the ID token in an answer that is on its way. */
function tampered(out: ServerResponse, tamper: (token: Token) => string) {
  const end = out.end.bind(out);
  out.end = ((body: Buffer | string) => {
    const answer = JSON.parse(String(body));
    if (answer.id_token) answer.id_token = tamper(opened(answer.id_token));
    const text = JSON.stringify(answer);
    out.setHeader("content-length", Buffer.byteLength(text));
    return end(text);
  }) as typeof out.end;
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const decoded = (part = "") => JSON.parse(Buffer.from(part, "base64url").toString());

function opened(token: string): Token {
  const [header, payload] = token.split(".");
  return { header: decoded(header), payload: decoded(payload) };
}

function signed(header: Token["header"], payload: Token["payload"], key: JsonWebKey) {
  const text = `${encoded(header)}.${encoded(payload)}`;
  const signature = sign("sha256", Buffer.from(text), createPrivateKey({ key, format: "jwk" }));
  return `${text}.${signature.toString("base64url")}`;
}

/** A token that says it needs no signature. */
export const unsigned = ({ header, payload }: Token) => `${encoded({ ...header, alg: "none" })}.${encoded(payload)}.`;

/** A browser that goes where a provider sends it, until it is sent back to us; answers that address. */
export async function throughProvider(address: string, back: string) {
  const jar = new Map<string, string>();
  let at = new URL(address);
  for (let hops = 0; hops < 10; hops++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(at, { redirect: "manual", headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const pair = line.split(";")[0] ?? "";
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const location = answer.headers.get("location");
    if (!location) throw new Error(`the provider stopped at ${at.href}: ${answer.status} ${await answer.text()}`);
    at = new URL(location, at);
    if (at.href.startsWith(back)) return at;
  }
  throw new Error("the provider sends its visitors round in circles");
}

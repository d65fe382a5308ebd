import "server-only";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import type { Provider } from "next-auth/providers/index";

/*
 * An address counts only when the provider verified it. With an unverified one somebody could wait in an account
 * that its true owner later signs in to.
 */

export function google(clientId: string, clientSecret: string): Provider {
  return Google({
    clientId,
    clientSecret,
    profile: ({ sub, name, email, email_verified, picture }) => ({
      id: sub,
      name,
      email: email_verified ? email : null,
      image: picture,
    }),
  });
}

type Address = { email: string; primary: boolean; verified: boolean };

export function github(clientId: string, clientSecret: string): Provider {
  return GitHub({
    clientId,
    clientSecret,
    userinfo: {
      url: "https://api.github.com/user",
      request: async ({ tokens }) => {
        const person = await fromGithub("user", tokens.access_token);
        const addresses = (await fromGithub("user/emails", tokens.access_token)) as Address[];
        const own = addresses.find(({ primary, verified }) => primary && verified);
        return { ...person, email: own?.email ?? null };
      },
    },
  });
}

async function fromGithub(path: string, token = "") {
  const headers = { authorization: `Bearer ${token}`, "user-agent": "twofeet" };
  const answer = await fetch(`https://api.github.com/${path}`, { headers });
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status} about ${path}.`);
  return answer.json();
}

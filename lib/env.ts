import { createHmac } from "node:crypto";
import { z } from "zod";

const optional = z.string().min(1).optional();

const schema = z.object({
  /** The owner's connection: migrations only. */
  DATABASE_URL: z.url(),
  /** The connection of role `app`; derived from DATABASE_URL when absent. */
  DATABASE_APP_URL: z.url().optional(),
  PORT: z.coerce.number().int().default(3000),
  TWOFEET_DATA: z.string().default(".twofeet"),
  /** At least 32 characters; signs wall links, channel authorizations and the app role's password. */
  TWOFEET_SECRET: z.string().min(32),
  /** The public origin. */
  TWOFEET_URL: z.url().optional(),
  SMTP_URL: optional,
  MAIL_FROM: z.string().default("Twofeet <twofeet@localhost>"),
  GITHUB_ID: optional,
  GITHUB_SECRET: optional,
  GOOGLE_ID: optional,
  GOOGLE_SECRET: optional,
  /** Hosts (`name:port`, by commas) of one's own network that a company's sign-in may stand at; http is fine there. */
  SSO_INSIDE: z.string().default(""),
  REALTIME: z.enum(["embedded", "pusher", "poll"]).default("embedded"),
  PUSHER_APP_ID: z.string().default("twofeet"),
  PUSHER_KEY: optional,
  PUSHER_SECRET: optional,
  PUSHER_HOST: optional,
  PUSHER_PORT: z.coerce.number().int().optional(),
  /** Of the hosted service, when there is no host of one's own. */
  PUSHER_CLUSTER: z
    .string()
    .regex(/^[\w-]+$/)
    .default("eu"),
});

export type Env = ReturnType<typeof read>;

let known: Env | undefined;

/** The settings of this process, read once. Throws with the names of those that are missing or wrong. */
export function env() {
  known ??= read();
  return known;
}

function read() {
  const given = schema.parse(process.env);
  if (given.REALTIME === "pusher" && !(given.PUSHER_KEY && given.PUSHER_SECRET && process.env.PUSHER_APP_ID)) {
    throw new Error("REALTIME=pusher needs PUSHER_APP_ID, PUSHER_KEY and PUSHER_SECRET of the service.");
  }
  const derived = (label: string) => createHmac("sha256", given.TWOFEET_SECRET).update(label).digest("hex");
  return {
    ...given,
    DATABASE_APP_URL: given.DATABASE_APP_URL ?? asApp(given.DATABASE_URL, derived("app role")),
    TWOFEET_URL: given.TWOFEET_URL ?? `http://localhost:${given.PORT}`,
    PUSHER_KEY: given.PUSHER_KEY ?? derived("pusher key").slice(0, 20),
    PUSHER_SECRET: given.PUSHER_SECRET ?? derived("pusher secret"),
  };
}

/** The same database as role `app`; its password is derived, so that no second secret needs keeping. */
function asApp(ownerUrl: string, password: string) {
  const url = new URL(ownerUrl);
  url.username = "app";
  url.password = password;
  return url.href;
}

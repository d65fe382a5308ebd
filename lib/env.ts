import { createHmac } from "node:crypto";
import { z } from "zod";

const optional = z.string().min(1).optional();

const inExamples =
  /change.?(me|it)|replace.?me|your.?secret|my.?secret|example|password|passw0rd|01234567|12345678|abcdefgh/i;
const leastKinds = 10;
/** No word out of an example, and nothing that repeats itself: whoever guesses it is everybody. */
const secret = z
  .string()
  .min(32)
  .refine((text) => new Set(text).size >= leastKinds && !inExamples.test(text), "is too easy to guess");

const knownPasswords = ["", "postgres", "password", "changeme", "secret", "admin", "root", "app", "owner", "twofeet"];
/** A database that others can reach has a password of its own. */
const database = z.url().refine((text) => {
  const { hostname, password } = new URL(text);
  return /^(localhost|127\.0\.0\.1|\[::1\]|)$/.test(hostname) || !knownPasswords.includes(password);
}, "has a password that everybody knows");

const schema = z.object({
  /** The owner's connection: migrations only. */
  DATABASE_URL: database,
  /** The connection of role `app`; derived from DATABASE_URL when absent. */
  DATABASE_APP_URL: database.optional(),
  PORT: z.coerce.number().int().default(3000),
  TWOFEET_DATA: z.string().default(".twofeet"),
  /** At least 32 characters that nobody guesses; signs wall links, channel authorizations and the app role's password. */
  TWOFEET_SECRET: secret,
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
  /** Hosts that repositories may be fetched from, by commas; and those (`name:port`) of one's own network, http or not. */
  GIT_HOSTS: z.string().default("github.com,gitlab.com,codeberg.org,bitbucket.org"),
  GIT_INSIDE: z.string().default(""),
  REALTIME: z.enum(["embedded", "pusher", "poll"]).default("embedded"),
  PUSHER_APP_ID: z.string().default("twofeet"),
  PUSHER_KEY: optional,
  PUSHER_SECRET: z.string().min(16).optional(),
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

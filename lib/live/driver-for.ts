import { createHash } from "node:crypto";
import type { Env } from "@/lib/env";
import type { Driver } from "./drivers/driver";
import { embeddedDriver } from "./drivers/embedded";
import { hostedDriver } from "./drivers/hosted";
import { pollDriver } from "./drivers/poll";
import type { App } from "./pusher/app";

/** The driver that REALTIME names. The embedded app exists in any case: it only has no visitors without it. */
export function driverFor(env: Env, app: App): Driver {
  if (env.REALTIME === "poll") return pollDriver();
  if (env.REALTIME === "embedded") return embeddedDriver(app);
  return hostedDriver({
    appId: env.PUSHER_APP_ID,
    key: env.PUSHER_KEY,
    secret: env.PUSHER_SECRET,
    host: env.PUSHER_HOST,
    port: env.PUSHER_PORT,
    useTLS: env.PUSHER_HOST === undefined,
    encryptionMasterKeyBase64: createHash("sha256").update(`sealed frames ${env.TWOFEET_SECRET}`).digest("base64"),
  });
}

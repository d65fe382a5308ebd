import { createHash } from "node:crypto";
import type { Env } from "@/lib/env";
import type { Database } from "./database";
import type { Driver } from "./drivers/driver";
import { embeddedDriver } from "./drivers/embedded";
import { hostedDriver } from "./drivers/hosted";
import type { Claim } from "./drivers/one-teller";
import { pollDriver } from "./drivers/poll";
import type { App } from "./pusher/app";
import { statements } from "./statements";

/** The driver that REALTIME names. */
export function driverFor(env: Env, app: App, database: Database): Driver {
  if (env.REALTIME === "poll") return pollDriver();
  if (env.REALTIME === "embedded") return embeddedDriver(app, database);
  const settings = {
    appId: env.PUSHER_APP_ID,
    key: env.PUSHER_KEY,
    secret: env.PUSHER_SECRET,
    cluster: env.PUSHER_CLUSTER,
    host: env.PUSHER_HOST,
    port: env.PUSHER_PORT,
    useTLS: env.PUSHER_HOST === undefined || env.PUSHER_PORT === 443,
    encryptionMasterKeyBase64: createHash("sha256").update(`sealed frames ${env.TWOFEET_SECRET}`).digest("base64"),
  };
  const look = (eventId: string) => listeningIn(database, eventId);
  const claim: Claim = async (...frame) => {
    const [row] = await database.rows<{ verdict: Awaited<ReturnType<Claim>> }>(statements.claim, frame);
    return row?.verdict ?? "told";
  };
  return hostedDriver(settings, { look, claim });
}

async function listeningIn(database: Database, eventId: string) {
  type Row = { is_private: boolean; listen_epoch: number };
  const [row] = await database.rows<Row>(statements.listening, [eventId]);
  if (!row) throw new Error("an event that is no more has no listeners");
  return { isPrivate: row.is_private, epoch: row.listen_epoch };
}

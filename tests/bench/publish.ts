import { bodyMd5, type Credentials, callSignature } from "@/lib/live/pusher/signature";
import { type Ask, HttpConnection } from "./http-client";
import { onSchedule, wait } from "./machine-clock";

export type Publishing = {
  port: number;
  /** A channel of our server and who may publish there; the floor repeats to all. */
  to: { appId: string; channel: string; credentials: Credentials } | null;
  from: number;
  everyMs: number;
  times: number;
};

/** About what a frame with ten changed tallies weighs. */
const padding = "x".repeat(230);

/** Publishes on time whatever becomes of it; each says when it was due. Answers how many were taken. */
export async function publish({ port, to, from, everyMs, times }: Publishing) {
  const connection = new HttpConnection(port);
  await connection.ready();
  let taken = 0;
  let last: Promise<unknown> = Promise.resolve();
  await onSchedule(from, everyMs, times, (n, due) => {
    const data = { n, due, padding };
    const ask = to
      ? signed(to, data)
      : { method: "PUT", path: "/broadcast", body: JSON.stringify({ event: "bench", data }) };
    last = last
      .then(() => connection.ask(ask))
      .then((status) => {
        if (status === 200) taken += 1;
      });
  });
  await Promise.race([last, wait(10_000)]);
  connection.close();
  return taken;
}

function signed({ appId, channel, credentials }: NonNullable<Publishing["to"]>, data: unknown): Ask {
  const body = JSON.stringify({ name: "bench", channels: [channel], data: JSON.stringify(data) });
  const path = `/apps/${appId}/events`;
  const query = new URLSearchParams({
    auth_key: credentials.key,
    auth_timestamp: String(Math.floor(Date.now() / 1000)),
    auth_version: "1.0",
    body_md5: bodyMd5(Buffer.from(body)),
  });
  query.set("auth_signature", callSignature(credentials, "POST", path, query));
  return { method: "POST", path: `${path}?${query}`, body };
}

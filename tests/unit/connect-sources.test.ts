import { expect, test } from "vitest";
import { connectSources } from "@/lib/live/connect-sources";

test.each([
  ["nothing said", {}, ["'self'"]],
  ["embedded", { REALTIME: "embedded", PUSHER_HOST: "sockets.example" }, ["'self'"]],
  ["poll", { REALTIME: "poll" }, ["'self'"]],
  ["Pusher's own", { REALTIME: "pusher" }, ["'self'", "wss://ws-eu.pusher.com"]],
  ["another cluster of it", { REALTIME: "pusher", PUSHER_CLUSTER: "mt1" }, ["'self'", "wss://ws-mt1.pusher.com"]],
  [
    "a compatible server behind TLS",
    { REALTIME: "pusher", PUSHER_HOST: "sockets.example", PUSHER_PORT: "6001", TWOFEET_URL: "https://day.example" },
    ["'self'", "wss://sockets.example:6001"],
  ],
  [
    "one in the local network",
    { REALTIME: "pusher", PUSHER_HOST: "10.0.0.7", PUSHER_PORT: "6001" },
    ["'self'", "wss://10.0.0.7:6001", "ws://10.0.0.7:6001"],
  ],
])("%s: a page connects to nobody else", (_what, env, sources) => {
  expect(connectSources(env)).toEqual(sources);
});

import { WebSocket } from "ws";
import { percentile } from "./figures";
import { HttpConnection } from "./http-client";
import { flatOut, type Target } from "./load";

type Hall = { port: number; path: string; channel: string | null; slug: string; sockets: number; cookies: string[] };

/** Opens sockets that hear the event's frames; `hear` gets each message's text. */
async function listen({ port, path, channel, slug, sockets, cookies }: Hall, hear: (text: string) => void) {
  const opened: WebSocket[] = [];
  const open = async (n: number) => {
    const ws = new WebSocket(`ws://127.0.0.1:${port}${path}`, { perMessageDeflate: false });
    opened.push(ws);
    const subscribed = new Promise<void>((done, fail) => {
      ws.on("error", fail);
      ws.on("message", (data) => {
        const text = String(data);
        if (text.includes("connection_established") && channel) {
          void subscribe(ws, JSON.parse(JSON.parse(text).data).socket_id, cookies[n % cookies.length] ?? "").catch(
            fail,
          );
        } else if (text.includes("subscription_succeeded") || text === "welcome") done();
        else hear(text);
      });
    });
    await subscribed;
  };
  const subscribe = async (ws: WebSocket, socketId: string, cookie: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}/live/auth`, {
      method: "POST",
      headers: { cookie, origin: `http://127.0.0.1:${port}` },
      body: JSON.stringify({ slug, socketId, channels: [channel] }),
    });
    const { auth } = await answer.json();
    ws.send(JSON.stringify({ event: "pusher:subscribe", data: { channel, ...auth[channel as string] } }));
  };
  for (let from = 0; from < sockets; from += 50) {
    await Promise.all(Array.from({ length: Math.min(50, sockets - from) }, (_, n) => open(from + n)));
  }
  return opened;
}

type Seen = { p50: number; p95: number; missed: number };

/** One vote at a time, from the tap to its sight on each of the sockets, in milliseconds. */
export async function listenAndVote(input: Hall & { votes: number; topics: string[] }): Promise<Seen> {
  let heardAt: number[] = [];
  let wanted = "";
  const sockets = await listen(input, (text) => {
    if (wanted && text.includes(wanted)) heardAt.push(performance.now());
  });
  const voter = new HttpConnection(input.port);
  await voter.ready();
  const times: number[] = [];
  let missed = 0;
  for (let n = 0; n < input.votes; n++) {
    await new Promise((done) => setTimeout(done, 100 + Math.random() * 400));
    const topicId = input.topics[n % input.topics.length] ?? "";
    heardAt = [];
    wanted = topicId;
    const tapped = performance.now();
    await voter.ask(voteOf(input, n, topicId));
    const until = Date.now() + 3_000;
    while (heardAt.length < sockets.length && Date.now() < until) await new Promise((done) => setTimeout(done, 5));
    missed += sockets.length - heardAt.length;
    times.push(...heardAt.map((at) => at - tapped));
  }
  voter.close();
  for (const socket of sockets) socket.terminate();
  times.sort((a, b) => a - b);
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), missed };
}

function voteOf({ slug, cookies, topics, channel }: Hall & { topics: string[] }, turn: number, topicId: string) {
  const dots = 1 + (Math.floor(turn / topics.length) % 2);
  const body = JSON.stringify({ topicId, dots });
  const path = channel ? `/live/e/${slug}/dots` : "/broadcast";
  return { method: "PUT", path, body, cookie: cookies[0] ?? "" };
}

/** A storm of votes while so many listen: what it does to the votes, and what the listeners get. */
export async function listeningWhile({ hall, storm }: { hall: Hall; storm: Target }) {
  let frames = 0;
  const sockets = await listen(hall, (text) => {
    if (text.includes('"frame"')) frames += 1;
  });
  const load = await flatOut(storm);
  for (const socket of sockets) socket.terminate();
  return { ...load, framesPerSecond: frames / sockets.length / storm.seconds };
}

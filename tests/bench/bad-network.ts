import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, devices } from "@playwright/test";
import { buildWhenChanged } from "@/bin/build";
import { findChromium } from "@/bin/chromium";
import { enter } from "@/lib/db/enter";
import { perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { badHall } from "@/tests/support/bad-network/air";
import { type FirstVote, firstVote } from "@/tests/support/bad-network/first-vote";
import { throughAHole, titles } from "@/tests/support/bad-network/hole";
import { BadNetwork } from "@/tests/support/bad-network/proxy";
import { type Figure, figure, percentile, table } from "./figures";
import { openBenchDatabase } from "./hall";

const runs = Number(process.env.BENCH_RUNS ?? 5);
const holeSeconds = Number(process.env.BENCH_HOLE_SECONDS ?? 60);

const database = await openBenchDatabase();
buildWhenChanged();
const { startServer } = await import("@/tests/support/server");
const server = await startServer();
process.env.TWOFEET_URL = server.url;
const port = Number(new URL(server.url).port);
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ["--disable-gpu", ...asRoot],
});
try {
  const figures = [...(await firstVotes()), ...(await hole())];
  console.log(table(figures));
  if (process.argv.includes("--json")) console.log(JSON.stringify(figures));
} finally {
  await browser.close();
  await server.stop();
  await database.stop();
}
process.exit(0);

async function firstVotes(): Promise<Figure[]> {
  const { aFullDay } = await import("@/tests/support/a-full-day");
  const day = await aFullDay();
  await perform(openPhase, day.host, { phase: "voting", minutes: null });
  const given = () =>
    enter(day.host, "host", async ({ tx }) => (await tx.dots.aggregate({ _sum: { dots: true } }))._sum.dots ?? 0);
  const bare = await barePage();
  const [ours, floors]: [FirstVote[], FirstVote[]] = [[], []];
  for (let seed = 1; seed <= runs; seed++) {
    const how = { code: day.code, seed, device: devices["Pixel 7"] };
    floors.push(await firstVote(browser, { ...how, port: bare.port, given: bare.given }));
    ours.push(await firstVote(browser, { ...how, port, given }));
    console.error(`  ${JSON.stringify({ ...ours.at(-1), requests: undefined })}`);
  }
  bare.close();
  const { rttMs, kbitPerSecond, loss } = badHall;
  const note = `${rttMs} ms RTT, ${kbitPerSecond} kbit/s, ${loss * 100} % loss; cold phone, HTTP/1.1; n=${runs}; floor: a bare page with one button`;
  const sorted = (votes: FirstVote[], what: "possibleMs" | "storedMs" | "shownMs") =>
    votes.map((vote) => vote[what] / 1000).sort((a, b) => a - b);
  const row = (name: string, what: "possibleMs" | "storedMs" | "shownMs", share: number, atMost?: number) =>
    figure(name, percentile(sorted(ours, what), share), "s", percentile(sorted(floors, what), share), {
      ...(atMost !== undefined && { atMost }),
      note,
    });
  return [
    row("bad hall: QR code to first vote possible, median", "possibleMs", 0.5, 6),
    row("bad hall: QR code to first vote possible, worst", "possibleMs", 1, 6),
    row("bad hall: QR code to first vote stored, median", "storedMs", 0.5),
    row("bad hall: QR code to first vote stored, worst", "storedMs", 1),
    row("bad hall: QR code to first vote acknowledged on the phone, worst", "shownMs", 1),
  ];
}

/** The least that a scanned code can lead to: a redirect, a page with one button, an answer. */
async function barePage() {
  let dots = 0;
  const page =
    '<!doctype html><title>Bare</title><div class="page"><button aria-label="Put a dot on it">put</button></div>' +
    '<script>const one=document.querySelector("button");one.onclick=async()=>{await fetch("/dot",{method:"PUT"});' +
    "one.dataset.mineDots=1}</script>";
  const bare = createServer((request, out) => {
    if (request.url?.startsWith("/j/")) return void out.writeHead(303, { location: "/page" }).end();
    if (request.method === "PUT") dots += 1;
    out.setHeader("content-type", "text/html").end(page);
  });
  await new Promise<void>((done) => bare.listen(0, "localhost", done));
  const { port } = bare.address() as AddressInfo;
  return { port, given: async () => dots, close: () => bare.close() };
}

async function hole(): Promise<Figure[]> {
  const { anEvent } = await import("@/tests/support/an-event");
  const { aSession } = await import("@/tests/support/session");
  const event = await anEvent({ phase: "voting", tallies: "shown" });
  const [convener, voter, stranger] = [
    await event.as("participant"),
    await event.as("participant"),
    await event.as("participant"),
  ];
  const topics: string[] = [];
  for (const title of titles) topics.push(await perform(pitchTopic, convener, { title }));
  const air = await BadNetwork.open(port);
  const context = await browser.newContext({ baseURL: air.url, ...devices["Pixel 7"] });
  await context.addCookies([{ ...(await aSession(voter.userId)), url: air.url }]);
  const page = await context.newPage();
  await page.goto(`/e/${event.slug}/topics`);
  await page.locator('[role="status"][data-state="live"]').waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Put a dot on Dark matter" }).click();
  const hall = { slug: event.slug, voter, convener, stranger, topics };
  const { noticedSeconds, agreedSeconds } = await throughAHole(page, air, hall, holeSeconds);
  await context.close();
  await air.close();
  const note = `${holeSeconds} s of nothing, sockets half-open, 2 changes waiting; n=1`;
  return [
    figure("hole: consistent after the network is back", agreedSeconds, "s", null, { atMost: 3, note }),
    figure("hole: said to be offline after a tap", noticedSeconds, "s", null, { note }),
  ];
}

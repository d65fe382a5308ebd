import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/db/perform";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { soon } from "@/tests/support/soon";
import { ask } from "./canary/asking";
import { readColumns, readQueue, uncovered } from "./canary/catalogue";
import { type Asked, crawl, type Leak, looking, questionsAbout } from "./canary/crawl";
import { slipping, withLeakIn } from "./canary/planted";
import { actions, addressesOf, builtRoutes } from "./canary/routes";
import { findBait } from "./canary/scan";
import { baitIn, filesLeft } from "./canary/shelves";
import { listenIn } from "./canary/sockets";
import { aWorld, closeWorld, type World } from "./canary/world";

const origin = process.env.TWOFEET_URL ?? "";
let world: World;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => closeWorld(world));

const told = (leaks: Leak[]) =>
  [...new Set(leaks.map(({ who, how, path, what }) => `${who}, ${how}, ${path}: ${what.join(", ")}`))].slice(0, 30);

test("every column that can hold words has a rule, and bait of A in it", async () => {
  expect(uncovered(await readColumns(world.db))).toEqual([]);
  expect(world.bait.empty).toEqual([]);
  expect(world.bait.laid.length).toBeGreaterThan(35);
});

test("nobody outside is answered a word of A, cold or warm", { timeout: 40 * 60_000 }, async () => {
  const { a, b, outsiders, host, bait } = world;
  const all = questionsAbout(a, b);
  const counts: Record<string, number> = {};
  const count = (how: string, { status }: { status: number }) => {
    const key = `${how.replace(/^action .*/, "action")}: ${status}`;
    counts[key] = (counts[key] ?? 0) + 1;
  };
  const everybody = async (asked: Asked[]) => {
    const leaks: Leak[] = [];
    for (const who of outsiders) leaks.push(...(await crawl(origin, who, asked, bait, count)));
    return leaks;
  };
  const cold = await everybody(all);
  const seen = await crawl(origin, host, looking(all), bait);
  const warm = await everybody(looking(all));
  console.log(`${all.length} questions, ${outsiders.length} people, twice:`, JSON.stringify(counts));

  expect(told([...cold, ...warm])).toEqual([]);
  expect(all.length).toBeGreaterThan(1_000);
  // an answer that was never given says nothing: who may see it all saw it by the same questions
  const shown = new Set(seen.flatMap(({ what }) => what));
  for (const column of [
    "event-name",
    "topic-title",
    "topic-pitch",
    "note-body",
    "member-name",
    "room-name",
    "slot-title",
  ])
    expect(shown).toContain(column);
  for (const column of ["programme-entry-title", "speaker-bio", "event.join_code", "topic.id"])
    expect(shown).toContain(column);
  // and nobody was merely told to wait
  expect(Object.keys(counts).filter((key) => key.endsWith(": 429"))).toEqual([]);
});

test("nobody outside hears a word of A, on a channel of whatever name", async () => {
  const { a, outsiders, host, bait } = world;
  const own = await listenIn(origin, host, a);
  const others = await Promise.all(outsiders.map(async (who) => ({ who, ear: await listenIn(origin, who, a) })));
  const { userId } = await hostOf(a.slug);
  await perform(pitchTopic, { slug: a.slug, userId }, { title: `${bait.mark}said-aloud`, pitch: "" });
  await soon(() => expect(own.bait(bait)).toContain("said-aloud"));

  for (const { who, ear } of others) {
    expect([who.name, ear.signed, ear.bait(bait)]).toEqual([who.name, [], []]);
    // names that mean nothing here may be listened to by anybody; nothing is ever said there
    expect(ear.heard.filter(({ event }) => event === "frame")).toEqual([]);
    ear.close();
  }
  expect(own.signed.length).toBeGreaterThan(0);
  own.close();
});

test("nothing of A lies about in the build, in logs or in mails", async () => {
  const { a, bait, outsiders } = world;
  const link = actions().find(({ name }) => name === "mailLinkAction");
  const body = new FormData();
  body.set("_1_email", "somebody@elsewhere.example");
  body.set("_1_next", `/e/${a.slug}/topics`);
  body.set("0", '[{"status":"idle"},"$K1"]');
  const headers = { "next-action": link?.id ?? "" };
  await ask(origin, outsiders[0] as (typeof outsiders)[0], { path: "/sign-in", method: "POST", headers, body });

  const files = filesLeft();
  expect(files.build.length).toBeGreaterThan(100);
  expect(files.mails.length).toBeGreaterThan(0);
  expect(files.logs.length).toBeGreaterThan(0);
  const asked = `${a.slug} ${a.org} ${a.topicId} ${a.entryId} ${a.eventId} ${a.joinCode}`;
  // where the audit's chains stand is written for the operator: by their ids and hashes, and without a word
  const isHeads = (path: string) => path.endsWith("audit-heads.jsonl");
  for (const path of files.rest.filter(isHeads)) expect(readFileSync(path, "utf8")).not.toContain(bait.mark);
  expect(baitIn([...files.build, ...files.rest.filter((path) => !isHeads(path))], bait)).toEqual([]);
  expect(baitIn([...files.mails, ...files.logs], bait, asked, world.logged)).toEqual([]);
});

test("the queue of jobs names nothing of A", async () => {
  // a server begins with its jobs some time after its start
  await expect.poll(() => readQueue(world.db), { timeout: 60_000 }).toContain("purge");
  expect(findBait(await readQueue(world.db), world.bait)).toEqual([]);
});

test("every answer says what kind it is, and hands no window a handle on ours", async () => {
  const { a } = world;
  const script = filesLeft().build.find((path) => /static\/chunks\/[^/]+\.js$/.test(path)) ?? "";
  const paths = ["/", `/e/${a.slug}`, `/live/e/${a.slug}/board`, "/sw.js", "/manifest.webmanifest", "/no-such-page"];
  const answers = [...paths, script.replace(/^.*\/static/, "/_next/static")].map(async (path) => {
    const { headers } = await fetch(`${origin}${path}`);
    return [path, headers.get("x-content-type-options")];
  });
  expect((await Promise.all(answers)).filter(([, type]) => type !== "nosniff")).toEqual([]);
  const page = await fetch(`${origin}/sign-in`);
  expect(page.headers.get("cross-origin-opener-policy")).toBe("same-origin");
});

// ── the test of the test ──

test("a door that lets everybody in turns the crawl red", async () => {
  const { a, b, outsiders, bait, db } = world;
  const pages = questionsAbout(a, b).filter(({ question }) => /^\/e\/[^/]+(\/topics)?(\?|$)/.test(question.path));
  const door: [string, string] = ["e.visibility <> 'private'", "true"];
  const leaks = await withLeakIn(db, "enter_event", door, () => crawlAll(pages));
  for (const { name } of outsiders) expect(leaks.map(({ who }) => who)).toContain(name);
  expect(new Set(leaks.map(({ how }) => how))).toContain("rsc");
  expect(leaks.flatMap(({ what }) => what)).toContain("topic-title");
  await new Promise((done) => setTimeout(done, 1_500));
  expect(told(await crawl(origin, outsiders[0] as (typeof outsiders)[0], pages, bait))).toEqual([]);
});

test("a list that names one private event too many turns the crawl red", async () => {
  const list: [string, string] = ["e.visibility = 'public'", "true"];
  const leaks = await withLeakIn(world.db, "events_for", list, () =>
    crawlAll([{ how: "html", question: { path: "/" } }]),
  );
  expect(leaks.flatMap(({ what }) => what)).toContain("event-name");
});

test("one header of one kind of answer turns the crawl red, in base64 too", async () => {
  const secret = `${world.bait.mark}topic-title-1a2b3c4d`;
  for (const slip of [secret, Buffer.from(`a ${secret} b`).toString("base64"), encodeURIComponent(secret)]) {
    const server = await slipping(origin, (path, headers) =>
      headers["next-router-prefetch"] && path.includes("/me") ? slip : null,
    );
    const about = questionsAbout(world.a, world.b).filter(({ question }) => question.path.includes("/me"));
    const leaks = await crawl(
      server.origin,
      world.outsiders[0] as (typeof world.outsiders)[0],
      looking(about),
      world.bait,
    );
    server.close();
    expect(leaks.length).toBeGreaterThan(0);
    expect(leaks.every(({ how }) => how.includes("prefetch") || how.includes("segment"))).toBe(true);
  }
});

test("a table, a column or a route that nobody has thought of turns the crawl red", async () => {
  const { db, a, b } = world;
  await db.query("begin");
  await db.query("create table planted (event_id uuid, secret text)");
  await db.query("alter table topic add column planted jsonb");
  await db.query("create table adrift (words text)");
  const complaints = uncovered(await readColumns(db));
  await db.query("rollback");
  expect(complaints.sort()).toEqual([
    "adrift.words: no rule",
    "adrift: whose are its rows?",
    "planted.secret: no rule",
    "topic.planted: no rule",
  ]);
  expect(() => addressesOf("/e/[slug]/letters/[letter]", a, b)).toThrow("nothing to put in for letter");
  expect(builtRoutes()).toContain("/e/[slug]/topics/[topic]");
});

async function crawlAll(about: Asked[]) {
  const leaks: Leak[] = [];
  for (const who of world.outsiders) leaks.push(...(await crawl(origin, who, about, world.bait)));
  return leaks;
}

async function hostOf(slug: string) {
  const { rows } = await world.db.query(
    "select m.user_id from member m join event e on e.id = m.event_id where e.slug = $1 and m.role = 'host' and m.user_id is not null limit 1",
    [slug],
  );
  return { userId: String(rows[0]?.user_id) };
}

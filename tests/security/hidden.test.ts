import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { builtRoutes, liveRoutes } from "./shield/built-routes";
import { aWorld, type Role, roles, type World } from "./shield/people";
import { asGiven, origin, reached, said } from "./shield/said";
import { variants } from "./shield/variants";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const outsiders = roles.slice(0, roles.indexOf("participant"));
const headersOf = (role: Role) => ({ cookie: world.cookies.private[role], origin: origin() });

/** Addresses below a private day and its space in the library, and the same ones below what never was. */
function pairs() {
  const { slug, topicId, entryId, day, crewKey, space, keptId } = world.places.private;
  const none = {
    slug: `day-${randomBytes(6).toString("hex")}`,
    topicId: crypto.randomUUID(),
    entryId: crypto.randomUUID(),
    space: randomBytes(16).toString("hex"),
    keptId: crypto.randomUUID(),
  };
  const filled = (route: string, values: Record<string, string>) =>
    route.replaceAll(/\[(\w+)\]/g, (_, name) => values[name] ?? `no-${name}`);
  const of = builtRoutes().filter(({ route }) => /^\/((e|wall)\/\[slug\]|s\/\[space\])/.test(route));
  const hidden = { slug, topic: topicId, entry: entryId, day, key: crewKey, space };
  const missing = { slug: none.slug, topic: none.topicId, entry: none.entryId, day, key: crewKey, space: none.space };
  const inSpace = (route: string) => route.startsWith("/s/");
  return of.map(({ route }) => ({
    route,
    hidden: filled(route, inSpace(route) ? { ...hidden, entry: keptId } : hidden),
    missing: filled(route, inSpace(route) ? { ...missing, entry: none.keptId } : missing),
    none,
  }));
}

test("a private day and a day that never was are the same answer, byte for byte, however and by whom they are asked", async () => {
  const { slug, topicId, entryId, space, keptId } = world.places.private;
  const differing: string[] = [];
  let compared = 0;
  for (const { route, hidden, missing, none } of pairs())
    for (const { name, of } of variants)
      for (const role of outsiders) {
        const headers = headersOf(role);
        const [a, b] = [of(hidden), of(missing)];
        const [there, nowhere] = await Promise.all([
          reached(a.path, { ...a, headers: { ...headers, ...a.headers } }),
          reached(b.path, { ...b, headers: { ...headers, ...b.headers } }),
        ]);
        compared += 1;
        const same = asGiven(there, { slug, topicId, entryId, space, keptId }) === asGiven(nowhere, none);
        if (!same) differing.push(`${route}, ${name}, ${role}: ${there.status} and ${nowhere.status}`);
        // a prefetch is told the pattern of the address and nothing else
        else if (there.status < 300 && !name.includes("prefetch"))
          differing.push(`${route}, ${name}, ${role}: ${there.status}`);
      }
  console.log(`${compared} pairs of answers`);
  expect(compared).toBeGreaterThan(1_500);
  expect(differing).toEqual([]);
});

test("the hot lane says of a private day what it says of none", async () => {
  const { slug, topicId } = world.places.private;
  const none = `day-${randomBytes(6).toString("hex")}`;
  const bodies = [undefined, "{}", JSON.stringify({ topicId, dots: 1 }), JSON.stringify({ topicIds: [topicId] })];
  const differing: string[] = [];
  for (const { what, method } of liveRoutes())
    for (const role of outsiders)
      for (const body of [...bodies, JSON.stringify({ code: world.places.private.code.slice(1) })]) {
        const at = (slug: string) =>
          what === "auth" || what === "socket" ? `/live/${what}?slug=${slug}` : `/live/e/${slug}/${what}`;
        const channels = [
          `private-e.${world.places.private.id}-hall`,
          `private-encrypted-e.${world.places.private.id}-hall`,
        ];
        const asks = (slug: string) =>
          what === "auth" ? JSON.stringify({ slug, socketId: "1.1", channels }) : (body ?? "");
        const [there, nowhere] = await Promise.all(
          [slug, none].map((slug) =>
            said(at(slug), { method, headers: headersOf(role), ...(method !== "GET" && { body: asks(slug) }) }),
          ),
        );
        if (!there || !nowhere || asGiven(there, { slug }) !== asGiven(nowhere, { slug: none }))
          differing.push(
            `${method} ${what}, ${role}, ${body}: ${there?.status} ${there?.body} and ${nowhere?.status} ${nowhere?.body}`,
          );
        else if (there.status < 400) differing.push(`${method} ${what}, ${role}: ${there.status}`);
      }
  expect(differing).toEqual([]);
});

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

test.each([
  ["a page", (slug: string) => `/e/${slug}`],
  ["a page's data", (slug: string) => `/e/${slug}/topics.rsc`],
  ["the hot lane", (slug: string) => `/live/e/${slug}/board`],
  ["the socket's channel", (slug: string) => `/live/socket?slug=${slug}`],
])("%s takes as long to be refused as to be missing", async (what, at) => {
  const { slug } = world.places.private;
  const headers = { ...headersOf("stranger"), ...(what.endsWith("data") && { rsc: "1" }) };
  const took: Record<"hidden" | "missing", number[]> = { hidden: [], missing: [] };
  const timed = async (kind: "hidden" | "missing") => {
    // a fresh missing one each time: what was asked before may be remembered
    const path = at(kind === "hidden" ? slug : `day-${randomBytes(6).toString("hex")}`);
    const began = performance.now();
    expect((await said(path, { headers })).status).toBe(404);
    took[kind].push(performance.now() - began);
  };
  for (let n = 0; n < 210; n++)
    for (const kind of n % 2 ? (["hidden", "missing"] as const) : (["missing", "hidden"] as const)) await timed(kind);
  const [hidden, missing] = [took.hidden.slice(10), took.missing.slice(10)];
  // each against the one beside it: what else the machine does comes and goes slowly
  const apart = median(hidden.map((ms, n) => ms - (missing[n] ?? 0)));
  console.log(`${what}: hidden ${median(hidden).toFixed(2)} ms, missing ${median(missing).toFixed(2)} ms`);
  expect(Math.abs(apart)).toBeLessThan(5);
});

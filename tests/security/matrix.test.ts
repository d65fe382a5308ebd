import { beforeAll, expect, test } from "vitest";
import { live, type Opens, pages, type Row } from "./matrix/rows";
import { builtRoutes, liveRoutes } from "./shield/built-routes";
import { aWorld, type Place, type Role, roles, type World } from "./shield/people";
import { origin, said } from "./shield/said";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

test("every address of the build and of the hot lane has a row, and every row an address", () => {
  const addresses = builtRoutes().map(({ route }) => route);
  expect(addresses.length).toBeGreaterThan(25);
  expect(Object.keys(pages).sort()).toEqual(addresses.sort());
  const hot = [...liveRoutes().map(({ what, method }) => `${method} ${what}`), "POST auth of the crew"];
  expect(Object.keys(live).sort()).toEqual(hot.sort());
});

const inEvent = (...others: Role[]): Role[] => [...others, "host"];
const inCompany: Role[] = ["host of another event of the company", "colleague", "owner of the company", "host"];

/** Who gets in where: nobody who is not named here. */
const lets: Record<Opens, (day: "private" | "public") => readonly Role[]> = {
  everybody: () => roles,
  account: () => roles.filter((role) => role !== "anonymous"),
  visitor: (day) => (day === "public" ? roles : inEvent("participant", "facilitator")),
  participant: () => inEvent("participant", "facilitator"),
  facilitator: () => inEvent("facilitator"),
  host: () => inEvent(),
  "org-member": (day) => (day === "private" ? inCompany : inCompany.slice(0, 3)),
  "org-owner": () => ["owner of the company"],
};

type Cell = { what: string; row: Row; path: string; day: "private" | "public"; role: Role };

function addressOf(route: string, place: Place) {
  const { slug, topicId, entryId, day, code, crewKey, wallKey, org, space, keptId } = place;
  const key = route.startsWith("/wall/") ? wallKey : crewKey;
  const values: Record<string, string> = {
    topic: topicId,
    entry: route.startsWith("/s/") ? keptId : entryId,
    day,
    code,
    key,
    space,
  };
  return route.replaceAll(/\[(\w+)\]/g, (_, name) =>
    name === "slug" ? (route.startsWith("/o/") ? org : slug) : (values[name] ?? `no-${name}`),
  );
}

const hotAddress = (what: string, { slug }: Place) => `/live/e/${slug}/${what.split(" ")[1]}`;

function cells(): Cell[] {
  const rows = [
    ...Object.entries(pages).map(([what, row]) => ({ what, row, pathOf: (place: Place) => addressOf(what, place) })),
    ...Object.entries(live).map(([what, row]) => ({ what, row, pathOf: (place: Place) => hotAddress(what, place) })),
  ];
  return rows.flatMap(({ what, row, pathOf }) =>
    (["private", "public"] as const).flatMap((day) =>
      roles.map((role) => ({ what, row, day, role, path: (row.at ?? pathOf)(world.places[day]) })),
    ),
  );
}

async function statusOf({ what, row, path, day, role }: Cell) {
  const method = row.method ?? (/^(POST|PUT) /.exec(what)?.[1] || "GET");
  // joining changes who one is: on the public day nobody has the code
  const place = what === "POST join" && day === "public" ? { ...world.places[day], code: "NOCODE" } : world.places[day];
  const headers = { cookie: world.cookies[day][role], origin: origin(), ...row.headers };
  const { status } = await said(path, { method, headers, ...(row.body && { body: JSON.stringify(row.body(place)) }) });
  return status;
}

test("everybody gets what their role opens, and nobody else gets more than: not found", async () => {
  const wrong: string[] = [];
  const all = cells();
  let refused = 0;
  for (const cell of all) {
    const { row, what, day, role } = cell;
    const isIn = lets[row.opens](day).includes(role);
    const status = await statusOf(cell);
    const toldOnly = row.denied ?? [];
    const denied = row.opens === "account" ? toldOnly : day === "public" ? [404, ...toldOnly] : [404];
    refused += isIn ? 0 : 1;
    if (!(isIn ? (row.says ?? [200]) : denied).includes(status))
      wrong.push(`${what}, ${day} day, ${role}: ${status}, ${isIn ? "though let in" : "and not refused"}`);
  }
  console.log(`${all.length} cells, ${refused} of them refused`);
  expect(all.length).toBe((Object.keys(pages).length + Object.keys(live).length) * roles.length * 2);
  expect(wrong).toEqual([]);
});

test("from inside one event nothing of another is found, by whatever name", async () => {
  const { private: own, other } = world.places;
  const crossed = Object.keys(pages).filter((route) => /^\/(e|wall)\/\[slug\]\/.*\[(topic|entry|key)\]/.test(route));
  expect(crossed.length).toBeGreaterThan(3);
  for (const route of crossed) {
    const path = addressOf(route, { ...other, slug: own.slug });
    expect([path, (await said(path, { headers: { cookie: world.cookies.private.host } })).status]).toEqual([path, 404]);
  }
  const headers = { cookie: world.cookies.private.host, origin: origin() };
  const cast = { method: "PUT", headers, body: JSON.stringify({ topicId: other.topicId, dots: 1 }) };
  expect([404, 409]).toContain((await said(`/live/e/${own.slug}/dots`, cast)).status);
  const asked = { slug: own.slug, socketId: "1.1", channels: [other.channels.hall, other.channels.crew] };
  expect((await said("/live/auth", { method: "POST", headers, body: JSON.stringify(asked) })).status).toBe(404);
});

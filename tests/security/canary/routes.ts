import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { routes as hotRoutes } from "@/lib/live/hot/router";
import type { Place } from "./place";

const dist = () => process.env.TWOFEET_DIST ?? ".next-test";
const manifest = (name: string) => JSON.parse(readFileSync(join(dist(), name), "utf8"));

/** Every address pattern that the production build answers, and what lies in `public`. */
export function builtRoutes(): string[] {
  const routes = Object.values<string>(manifest("app-path-routes-manifest.json"));
  const files = readdirSync("public", { recursive: true, withFileTypes: true });
  const open = files.filter((file) => file.isFile()).map((file) => join("/", file.parentPath.slice(6), file.name));
  return [...new Set([...routes, ...open])].sort();
}

/** Every hot route: of an event, or of none. */
export const liveRoutes = () =>
  Object.entries(hotRoutes).map(([what, byMethod]) => ({ what, methods: Object.keys(byMethod) }));

export const buildId = () => readFileSync(join(dist(), "BUILD_ID"), "utf8").trim();

/** Server actions by id, with the pages that offer them. */
export function actions() {
  const { node } = manifest("server/server-reference-manifest.json");
  return Object.entries<{ workers: object; exportedName: string }>(node).map(([id, { workers, exportedName }]) => ({
    id,
    name: exportedName,
    pages: Object.keys(workers).map((page) => page.replace(/^app/, "").replace(/\/page$/, "") || "/"),
  }));
}

type Values = Record<string, (place: Place) => string[]>;

/** What stands in the brackets of a pattern, by name; a name that is not here makes the crawl fail. */
const values: Values = {
  slug: ({ slug }) => [slug],
  org: ({ org }) => [org],
  space: ({ space }) => [space],
  kept: ({ keptId }) => [keptId],
  token: ({ keptId }) => [`tfs_${"0".repeat(43)}`, keptId],
  format: () => ["zip", "markdown", "json", "site", "atom"],
  topic: ({ topicId }) => [topicId],
  entry: ({ entryId }) => [entryId],
  version: () => ["1.0.0"],
  proposal: ({ entryId }) => [entryId],
  sha256: ({ picture }) => [picture],
  series: ({ series }) => [`${series}.csv`, "1.csv"],
  day: ({ day }) => [day],
  code: ({ joinCode }) => [joinCode],
  // the key of a crew's link opens nothing to whoever is no member; that of a wall is for projectors, whoever holds it
  key: ({ crewKey, eventId }) => [crewKey, eventId],
  door: ({ door }) => [door, "0".repeat(22)],
  path: ({ keptId, picture }) => [
    "Users",
    "Users/1",
    "Groups",
    "ServiceProviderConfig",
    "Schemas",
    "ResourceTypes",
    "entries",
    `entries/${keptId}`,
    `entries/${keptId}/pictures`,
    `entries/${keptId}/pictures/${picture}`,
    `entries/${keptId}/series`,
    "published",
    "openapi.json",
  ],
  nextauth: () => ["session", "csrf", "providers", "signin", "error", "signout", "callback/github", "verify-request"],
};

/** The addresses of a pattern for one place. `own`: an event of the asker's own, asked for what is in the other. */
export function addressesOf(asked: string, place: Place, own: Place, rules = values): string[] {
  const pattern = asked
    .replace(/^\/(o|scim)\/\[slug\]/, "/$1/[org]")
    .replace(/^\/s\/\[space\]\/\[entry\]/, "/s/[space]/[kept]");
  const names = [...pattern.matchAll(/\[+(?:\.{3})?(\w+)\]+/g)].map((match) => match[1] ?? "");
  const missing = names.filter((name) => !(name in rules));
  if (missing.length > 0) throw new Error(`${pattern}: nothing to put in for ${missing.join(", ")}`);
  const inPlace = fill(pattern, (name) => rules[name]?.(place) ?? []);
  if (names.length < 2) return inPlace;
  return [...inPlace, ...fill(pattern, (name) => rules[name]?.(/^(slug|org|space)$/.test(name) ? own : place) ?? [])];
}

function fill(pattern: string, valuesOf: (name: string) => string[]): string[] {
  const match = /\[+(?:\.{3})?(\w+)\]+/.exec(pattern);
  if (!match) return [pattern];
  return valuesOf(match[1] ?? "").flatMap((value) => fill(pattern.replace(match[0], value), valuesOf));
}

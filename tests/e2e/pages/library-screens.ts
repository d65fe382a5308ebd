import { performInSpace } from "@/lib/db/enter-space";
import { importSeries } from "@/lib/series/commands";
import { measured } from "@/prisma/harbour-city/library";
import entries from "@/prisma/harbour-city/library.json" with { type: "json" };
import { anEntry, aPublished } from "@/tests/support/a-published";
import { aPersonalSpace, type Reader, spaceOf } from "@/tests/support/a-space";
import type { Screen } from "./screens";

const documents = entries.map(({ document }) => document);
const postmortem = documents.find(({ kind }) => kind === "postmortem") ?? {};
const recipe = documents.find(({ kind }) => kind === "recipe") ?? {};

const ofPostmortem = [
  "",
  "times",
  "timeline",
  "factors",
  "impact",
  "lessons",
  "actions",
  "series",
  "comments",
  "replay",
];
const ofRecipe = ["", "edit", "history", "recipe", "versions", "works", "proposals", "publish"];
const ofSpace = ["", "new", "search?q=connection", "import", "tokens", "rights"];

/** Every screen of the library: what is published, and what is written in the space of a day whose host looks. */
export async function screensOfLibrary(host: { userId: string }): Promise<Screen[]> {
  const who: Reader = { space: await spaceOf(host.userId, "event"), userId: host.userId };
  const [told, made] = [await anEntry(who, postmortem), await anEntry(who, recipe)];
  await performInSpace(importSeries, who, { entryId: told, text: measured("ferry-shop.csv"), sourceName: "shop.csv" });
  const by = await aPersonalSpace();
  const [open, openRecipe] = [await aPublished(postmortem, by), await aPublished(recipe, by)];
  const at = `/s/${who.space}`;
  const below = (name: string, path: string, pages: readonly string[]) =>
    pages.map((page) => ({
      name: `library-${name}${page && `-${page.replace(/\W.*/, "")}`}`,
      path: page ? `${path}/${page}` : path,
      who,
    }));
  return [
    { name: "library-public", path: "/library?q=connection", who: null },
    { name: "library-post-mortem", path: `/library/${open.slug}`, who: null },
    { name: "library-post-mortem-replay", path: `/library/${open.slug}/replay`, who: null },
    { name: "library-recipe", path: `/library/${openRecipe.slug}`, who: null },
    { name: "library-recipe-works", path: `/library/${openRecipe.slug}/works`, who },
    { name: "library-recipe-fork", path: `/library/${openRecipe.slug}/fork`, who },
    { name: "library-spaces", path: "/s", who },
    ...below("space", at, ofSpace),
    ...below("told", `${at}/${told}`, ofPostmortem),
    ...below("made", `${at}/${made}`, ofRecipe),
  ];
}

import type { Held } from "./checks";

/** A way by which what is confidential in the library could get out, and what holds it shut. */
export type Way = { way: string } & Held;

const held = (way: string, ...tests: [string, string][]): Way => ({ way, in: tests });
const none = (way: string, because: string): Way => ({ way, because });

const byteForByte: [string, string] = [
  "security/hidden.test.ts",
  "a private day and a day that never was are the same",
];
const crawled: [string, string] = ["security/canary.test.ts", "nobody outside is answered a word of A"];
const sought: [string, string] = [
  "integration/search-in-spaces.test.ts",
  "no word of what is not published is suggested",
];
const gone: [string, string] = ["integration/search-in-spaces.test.ts", "what was withdrawn, renamed or deleted"];
const door: [string, string] = ["integration/every-space-door.test.ts", "%s does not admit that a space exists"];

/** As a stranger, as a member of another space, as somebody who was removed. Every address is in the canary crawl besides. */
export const ways: Way[] = [
  held("search hits", ["integration/search-in-spaces.test.ts", "whoever is in a space finds what lies in it"], gone),
  held("counts", sought),
  held("facets", sought),
  held("type-ahead", sought, gone),
  held("did you mean", sought),
  held("similar", ["integration/search-in-spaces.test.ts", "similar ones say what they share"]),
  none("backlinks", "nothing lists what links to an entry"),
  held("fork parent and fork count", ["integration/recipe-proposals.test.ts", "a fork tells nobody about its parent"]),
  held("pictures and series of a fork", [
    "integration/fork-beside.test.ts",
    "a fork of something published has what that shows, sanitised",
  ]),
  held("a topic's page that lists an entry", [
    "integration/entry-topics.test.ts",
    "outside its space an entry has no topics",
  ]),
  held("counts of tags", sought),
  none("a profile's recent entries", "there are no profiles: nobody has a page of their own that others see"),
  held(
    "feeds",
    ["integration/space-feed.test.ts", "a feed tells of what is done in its space"],
    ["integration/space-feed.test.ts", "the public feed tells nothing of what is not published"],
    ["integration/space-feed.test.ts", "a search that is kept has a feed: what it finds, by a token of its space"],
    ["integration/space-feed.test.ts", "a search of what is published has a feed at its address"],
  ),
  none("sitemap", "there is none, and everything that is not public says noindex"),
  held("titles and OpenGraph", byteForByte),
  held(
    "addresses of pictures",
    ["integration/public-pictures.test.ts", "what was left out, is only in a draft"],
    byteForByte,
  ),
  held("numbers of charts", ["integration/public-series.test.ts", "series go out only when it is said"], byteForByte),
  held(
    "numbers of charts as CSV",
    ["integration/series-file.test.ts", "a series is a file to whoever may read its entry, and to nobody else"],
    ["integration/series-file.test.ts", "of what is published it is a file to anybody, as long as it is published"],
    byteForByte,
  ),
  held(
    "exports",
    ["integration/export.test.ts", "a space goes out whole, and only its own"],
    ["integration/beside-travels.test.ts", "a space's zip does so for every entry, and nothing of it is another's"],
    byteForByte,
  ),
  held(
    "the API: list, one, change, errors",
    ["integration/space-api.test.ts", "what is wrong is said by field, and what is another's"],
    ["integration/api-beside.test.ts", "another space's entry, its pictures and its series are not there"],
  ),
  held("404 and 403", door, byteForByte),
  none("redirects of addresses", "an address never changes, so none leads on to another"),
  held("ETag and Last-Modified", [
    "integration/space-api.test.ts",
    "what is wrong is said by field, and what is another's",
  ]),
  held("subjects of mails", ["integration/watch-digest.test.ts", "who watches gets one mail with the link"]),
  held("the audit's copy", ["integration/audit-page.test.ts", "facilitators, strangers and other events read none"]),
  held("revisions and differences by number", byteForByte, door),
  held(
    "quotes of comments",
    ["integration/entry-comment.test.ts", "a passage that the entry does not say is refused"],
    byteForByte,
  ),
  held(
    "what was imported",
    ["integration/import.test.ts", "the same file is another's affair in another space"],
    byteForByte,
  ),
  none(
    "what was searched for",
    "no search is written down; one that is kept lies in its space like everything else there",
  ),
  held("error pages and logs", crawled, ["security/canary.test.ts", "nothing of A lies about in the build"]),
  held("back after signing out", ["e2e/installed.spec.ts", "signing out leaves nothing to a stranger"]),
  held("what the service worker keeps", ["e2e/installed.spec.ts", "only pages of the day are kept"]),
  held("a person's own data", ["integration/own-library.test.ts", "people take along what they wrote"]),
  none("an index for language models", "there is none, and nothing of the library is sent anywhere"),
];

import type { Place } from "../shield/people";
import { partsOfPostmortems } from "./part-rows";
import { recipePages } from "./recipe-rows";

/** Who gets in: by their standing in the event that is asked for, or in the company, whoever is signed in, or comes. */
export type Opens =
  | "everybody"
  | "account"
  | "visitor"
  | "participant"
  | "facilitator"
  | "host"
  | "org-member"
  | "org-owner";

export type Row = {
  opens: Opens;
  /** Where it is, if not by its pattern; and what is sent. */
  at?: (place: Place) => string;
  method?: "GET" | "POST" | "PUT";
  body?: (place: Place) => unknown;
  headers?: Record<string, string>;
  /** What whoever gets in is told (200), and everybody else (404; where the event itself is no secret also `denied`). */
  says?: number[];
  denied?: number[];
};

const page = (opens: Opens, more: Partial<Row> = {}): Row => ({ opens, ...more });

/** Every address of the build. An address without a row is an error, and so is a row without an address. */
export const pages: Record<string, Row> = {
  ...recipePages,
  "/": page("everybody"),
  "/_global-error": page("everybody", { says: [404, 500] }),
  "/_not-found": page("everybody", { says: [404] }),
  // whoever is not signed in is led to the way in
  "/account": page("account", { denied: [307] }),
  "/account/erase": page("account", { denied: [307] }),
  "/account/erased": page("everybody", { says: [405] }),
  "/account/export": page("account", { denied: [303] }),
  "/account/receipts": page("everybody"),
  "/account/leave": page("everybody", { says: [405] }),
  "/api/auth/[...nextauth]": page("everybody", { at: () => "/api/auth/providers", says: [404] }),
  "/apple-icon.png": page("everybody"),
  "/e/[slug]": page("visitor"),
  "/e/[slug]/audit": page("host"),
  "/e/[slug]/audit/export": page("host", { method: "POST" }),
  "/e/[slug]/board": page("visitor"),
  "/e/[slug]/checklist": page("host"),
  "/e/[slug]/crew/[key]": page("visitor"),
  "/e/[slug]/desk": page("facilitator"),
  "/e/[slug]/join": page("visitor", { says: [200, 307] }),
  // it leads to the event's space
  "/e/[slug]/library": page("participant", { says: [307] }),
  "/e/[slug]/me": page("visitor"),
  "/e/[slug]/outbox": page("participant", {
    method: "POST",
    headers: { "idempotency-key": "6f1c2a8e-9d3b-4c57-8a01-2b3c4d5e6f70" },
    body: () => ({ kind: "name", mark: "0123456789abcdef", values: { name: "Ann" } }),
    // let in, and told that this is another person's work
    says: [403],
    denied: [401],
  }),
  "/e/[slug]/outsider": page("host"),
  "/e/[slug]/outcomes": page("visitor", { says: [200, 404] }),
  "/e/[slug]/replay": page("facilitator"),
  "/e/[slug]/retention": page("host"),
  "/e/[slug]/people": page("host"),
  "/e/[slug]/programme": page("visitor", { says: [200, 307] }),
  "/e/[slug]/programme/[day]": page("visitor"),
  "/e/[slug]/settings": page("host"),
  "/e/[slug]/stars": page("visitor"),
  "/e/[slug]/talk/[entry]": page("visitor"),
  "/e/[slug]/topics": page("visitor"),
  "/e/[slug]/topics/[topic]": page("visitor"),
  // only of a sealed topic, which this one is not
  "/e/[slug]/topics/[topic]/room": page("visitor", { says: [200, 404] }),
  "/e/[slug]/topics/[topic]/rehearsal": page("participant", { says: [200, 404] }),
  "/e/[slug]/topics/pitch": page("visitor"),
  "/e/[slug]/topics/pitch/unnamed": page("visitor", { says: [200, 404] }),
  "/e/[slug]/topics/quick": page("visitor"),
  "/icon.svg": page("everybody"),
  "/invitation": page("everybody"),
  // of a private day too it says only "see there", where the door stands
  "/j/[code]": page("everybody", { says: [303] }),
  // nothing is published there
  "/library": page("everybody"),
  "/library/suggest": page("everybody"),
  "/manifest.webmanifest": page("everybody"),
  "/new": page("everybody", { says: [200, 307] }),
  "/o/[slug]": page("org-member"),
  "/o/[slug]/audit": page("org-owner"),
  "/o/[slug]/audit/export": page("org-owner", { method: "POST" }),
  "/o/[slug]/domains": page("org-owner"),
  "/o/[slug]/library": page("org-member", { says: [307] }),
  "/o/[slug]/new": page("org-member"),
  "/o/[slug]/people": page("org-owner"),
  "/o/[slug]/sso": page("org-owner"),
  "/o/new": page("everybody", { says: [200, 307] }),
  "/s": page("account", { denied: [307] }),
  // who is in the event is in its space; what one may do there is told by every-space-door.test.ts
  "/s/[space]": page("participant"),
  "/s/[space]/[entry]": page("participant"),
  "/s/[space]/[entry]/edit": page("participant"),
  "/s/[space]/[entry]/publish": page("participant"),
  "/s/[space]/[entry]/history": page("participant"),
  "/s/[space]/[entry]/picture": page("participant", { method: "POST", says: [303] }),
  "/s/[space]/[entry]/picture/[sha256]": page("everybody", { says: [404] }),
  "/s/[space]/new": page("participant"),
  "/s/[space]/rights": page("host"),
  // a directory's own token counts there, never a person's session
  // whoever is in the event may bring something into its space
  "/s/[space]/import": page("participant"),
  "/s/[space]/[entry]/comments": page("participant"),
  "/s/[space]/tokens": page("participant"),
  // a token of the space counts there, never a person's session
  "/api/library/v1/[...path]": page("everybody", { at: () => "/api/library/v1/entries", says: [401] }),
  "/feed/[token]/[format]": page("everybody", { says: [404] }),
  "/library/feed/[format]": page("everybody", { at: () => "/library/feed/atom" }),
  "/s/[space]/[entry]/series": page("participant"),
  // no series lies in that entry: who may read it gets the same nothing as everybody
  "/s/[space]/[entry]/series/[series]": page("everybody", { says: [404] }),
  "/s/[space]/[entry]/export/[format]": page("participant", {
    at: ({ space, keptId }) => `/s/${space}/${keptId}/export/zip`,
  }),
  "/s/[space]/export/[format]": page("participant", { at: ({ space }) => `/s/${space}/export/json` }),
  "/s/[space]/search": page("participant"),
  ...partsOfPostmortems,
  // only a post-mortem with a timeline can be played, and this is none
  "/s/[space]/[entry]/replay": page("participant", { says: [404] }),
  "/scim/v2/[...path]": page("everybody", { at: () => "/scim/v2/Users", says: [401] }),
  "/sign-in": page("everybody"),
  "/sign-in/confirm": page("everybody"),
  "/sign-in/sent": page("everybody"),
  // whoever guesses a company's door finds none
  "/sso/[door]": page("everybody", { says: [404] }),
  "/sso/[door]/back": page("everybody", { says: [303, 404] }),
  "/sso/[door]/start": page("everybody", { says: [405] }),
  "/sw.js": page("everybody"),
  // whoever holds the secret of a wall's link is a projector
  "/wall/[slug]/[key]": page("everybody"),
};

/** Every hot route and every channel. */
export const live: Record<string, Row> = {
  "GET board": page("visitor"),
  "GET keeper": page("visitor"),
  "GET me": page("visitor"),
  "GET socket": page("visitor", { at: ({ slug }) => `/live/socket?slug=${slug}` }),
  "POST auth": page("visitor", {
    at: () => "/live/auth",
    body: ({ slug, channels }) => ({ slug, socketId: "1.1", channels: [channels.hall] }),
  }),
  "POST auth of the crew": page("facilitator", {
    at: () => "/live/auth",
    body: ({ slug, channels }) => ({ slug, socketId: "1.1", channels: [channels.crew] }),
  }),
  // a code alone opens no private day; whoever is in is in
  "POST join": page("visitor", { body: ({ code }) => ({ code }), says: [200, 409] }),
  "PUT dots": page("participant", { body: ({ topicId }) => ({ topicId, dots: 0 }), says: [200, 409], denied: [401] }),
  "PUT seen": page("participant", { body: ({ topicId }) => ({ topicIds: [topicId] }), denied: [401] }),
};

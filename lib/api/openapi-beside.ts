import { absent, faults, id, json, locked, narrow, needsToken, says, wrong } from "@/lib/api/openapi-words";

const binary = { type: "string", format: "binary" };
const mimes = ["image/jpeg", "image/png", "image/webp"];
const anyPicture = Object.fromEntries(mimes.map((mime) => [mime, { schema: binary }]));
const tooMuch: [number, string] = [413, "Too large, or too many."];
const unread: [number, string] = [415, "Nothing that could be read."];

/** What lies beside an entry: its pictures and its series. */
export const besideEntry = {
  "/entries/{id}/pictures": {
    parameters: [id],
    get: {
      ...{ summary: "The pictures of an entry, named in its texts as `attachment:<sha256>`", ...needsToken },
      responses: { 200: says("All of them.", "PictureList"), ...faults(locked, narrow, absent) },
    },
    post: {
      ...{ summary: "One more, without what a camera wrote into it", ...needsToken },
      parameters: [{ name: "alt", in: "query", schema: { type: "string", maxLength: 1_000 } }],
      requestBody: { required: true, content: anyPicture },
      responses: { 201: says("It is kept.", "Picture"), ...faults(locked, narrow, absent, tooMuch, unread) },
    },
  },
  "/entries/{id}/pictures/{sha256}": {
    parameters: [id, { ...id, name: "sha256", schema: { type: "string" } }],
    get: {
      ...{ summary: "A picture", ...needsToken },
      responses: { 200: { description: "Its bytes.", content: anyPicture }, ...faults(locked, narrow, absent) },
    },
  },
  "/entries/{id}/series": {
    parameters: [id],
    get: {
      ...{ summary: "The measurements of an entry", ...needsToken },
      responses: { 200: says("All of them.", "SeriesList"), ...faults(locked, narrow, absent) },
    },
    post: {
      ...{ summary: "More, from a table of a monitoring tool", ...needsToken },
      requestBody: { required: true, content: json("NewSeries") },
      responses: {
        201: says("They are kept.", "SeriesTaken"),
        ...faults(wrong, locked, narrow, absent, tooMuch, unread),
      },
    },
  },
  "/entries/{id}/series/{series}": {
    parameters: [id, { ...id, name: "series" }],
    get: {
      ...{ summary: "One of them with its samples; as CSV when asked to accept `text/csv`", ...needsToken },
      responses: { 200: says("All samples.", "Series"), ...faults(locked, narrow, absent) },
    },
  },
};

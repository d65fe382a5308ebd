/** How a text column is used as bait. */
export type Rule =
  /** Every row of A gets a text of its own, of which the database makes this. */
  | { token: (quoted: string) => string }
  /** What stands there must look as it does; it is itself what nobody outside may see. */
  | "itself"
  /** No person's words and no secret: the reason. */
  | { plain: string };
export type Columns = Record<string, Rule>;

export const text: Rule = { token: (quoted) => quoted };
export const json: Rule = { token: (quoted) => `jsonb_build_object('canary', ${quoted}::text)` };
export const mail: Rule = { token: (quoted) => `${quoted} || '@canary.example'` };
/** A document of the library stays one: its title and its text are bait. */
export const document: Rule = {
  token: (quoted) =>
    `document || jsonb_build_object('title', ${quoted}::text, 'summary', ${quoted}::text, 'body', ${quoted}::text)`,
};
export const address: Rule = { token: (quoted) => `'https://canary.example/' || ${quoted}` };
export const vocabulary: Rule = { plain: "a word of the product's own vocabulary" };
export const ours: Rule = { plain: "about the product's own files" };
export const published: Rule = { plain: "everybody may read it: it was published" };
export const process: Rule = { plain: "which of our own processes said it" };

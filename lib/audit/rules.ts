/** What the audit tells of, as people look for it: the nouns before the dot. What is in none of them is in all. */
export const chapters = {
  people: ["member", "invitation", "ticket", "tickets", "crew", "code", "wall"],
  company: ["org", "domain", "sso", "scim"],
  day: ["event", "phase", "programme", "outsider"],
  topics: ["topic", "note", "question", "queue"],
  sealed: ["sealed"],
  kept: ["retention", "hold", "purge", "data", "audit"],
  library: ["space", "entry", "publication", "recipe", "token"],
} as const satisfies Record<string, readonly string[]>;
export type Chapter = keyof typeof chapters;
export const chapterNames = Object.keys(chapters) as [Chapter, ...Chapter[]];

/** An entry as people read it. `actor` and `object` are names where they may be known, `object` a title of a topic. */
export type AuditLine = {
  seq: number;
  at: Date;
  action: string;
  actorId: string | null;
  actor: string | null;
  objectId: string | null;
  object: string | null;
  digest: string | null;
  hash: string;
};

/** Entries a page. */
export const perPage = 50;
/** More are in no copy; who needs them all asks the operator for the table. */
export const mostCopied = 50_000;

const parts = ["actions", "factors", "impact", "lessons", "timeline", "times"];

/** The entry that is kept in the space of the tests is a recipe: it has no parts of a post-mortem. */
export const partsOfPostmortems = Object.fromEntries(
  parts.map((part) => [`/s/[space]/[entry]/${part}`, { opens: "participant" as const, says: [404] }]),
);

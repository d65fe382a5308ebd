import type { Row } from "./rows";

const member: Row = { opens: "participant" };
// a published recipe, a version, a fork and a proposal are looked for by names that there are not
const none: Row = { opens: "everybody", says: [404] };

/** What is published, and what belongs to recipes. The entry that is asked for is one. */
export const recipePages: Record<string, Row> = {
  "/library/[slug]": none,
  "/library/[slug]/fork": none,
  "/library/[slug]/replay": none,
  "/library/[slug]/v/[version]": none,
  "/library/[slug]/v/[version]/picture/[sha256]": none,
  "/library/[slug]/v/[version]/receipt": none,
  "/library/[slug]/v/[version]/series/[series]": none,
  "/library/[slug]/works": none,
  "/s/[space]/[entry]/fork": none,
  "/s/[space]/[entry]/proposals": member,
  "/s/[space]/[entry]/proposals/[proposal]": none,
  "/s/[space]/[entry]/recipe": member,
  "/s/[space]/[entry]/v/[version]": none,
  "/s/[space]/[entry]/versions": member,
  "/s/[space]/[entry]/works": member,
};

import { outside } from "@/lib/db/outside";

/** What a letter may do for its holder. A letter that opens nothing is null, as one that never was. */
export type Letter = {
  kind: "event" | "org" | "domain";
  verdict: "ok" | "member" | "confirm-email-first" | "not-for-you";
  /** What it opens; null unless it is for this person. Of a domain the org's name. */
  name: string | null;
  slug: string | null;
  role: string | null;
};

export async function letterFor(tokenHash: string, userId: string | null) {
  const [letter] = await outside(
    (tx) => tx.$queryRaw<Letter[]>`
    select kind, verdict, name, slug, role from letter_for(${tokenHash}, ${userId}::uuid)`,
  );
  return letter ?? null;
}

/** Uses a letter once; whoever is in already uses nothing up. */
export async function redeemLetter(tokenHash: string, userId: string | null, name: string) {
  const [outcome] = await outside(
    (tx) => tx.$queryRaw<Pick<Letter, "kind" | "verdict" | "slug">[]>`
    select kind, verdict, slug from redeem_letter(${tokenHash}, ${userId}::uuid, ${name})`,
  );
  return outcome ?? null;
}

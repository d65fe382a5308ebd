import { distance } from "./kind";
import type { Talk } from "./pages";
import type { Report, Where } from "./report";

/** Finds what a slug means, leniently: exactly, by its letters, by a title, or by one typing error. */
export class Finder<T extends { slug: string; title?: string }> {
  private readonly bySlug: Map<string, T>;
  private readonly byLetters: Map<string, T>;
  private readonly byTitle: Map<string, T>;

  constructor(readonly all: T[]) {
    this.bySlug = new Map(all.map((one) => [one.slug, one]));
    this.byLetters = new Map(all.map((one) => [letters(one.slug), one]));
    // a short title such as "Keynote" names no one
    const telling = all.filter(({ title }) => letters(title ?? "").length > 11);
    this.byTitle = new Map(telling.map((one) => [letters(one.title ?? ""), one]));
  }

  find(slug: string, at: Where, report: Report): T | null {
    const exact = this.bySlug.get(slug);
    if (exact || slug.trim() === "") return exact ?? null;
    const near = this.byLetters.get(letters(slug)) ?? this.byTitle.get(letters(slug)) ?? this.mistyped(slug);
    if (near) report.repair(at, `"${slug}" has no file: taken as ${near.slug}`);
    return near ?? null;
  }

  private mistyped(slug: string): T | undefined {
    if (slug.length < 8) return undefined;
    const near = this.all.filter(
      (one) => Math.abs(one.slug.length - slug.length) < 2 && distance(one.slug, slug) === 1,
    );
    return near.length === 1 ? near[0] : undefined;
  }
}

/** Without case, accents and punctuation. */
const letters = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase() || text;

export type TalkFinder = Finder<Talk>;

import type { Entry } from "./entries";
import { Finder } from "./match";
import { nameOf, type Speaker, type Talk } from "./pages";
import type { Report } from "./report";

type Filed = Speaker & { file: string };

/** Links entries to speakers; one that has no file is known by name, one that nobody names is kept. */
export function linkSpeakers(entries: Entry[], talks: Talk[], filed: Filed[], report: Report) {
  const finder = new Finder(filed.map((one) => ({ ...one, title: one.name })));
  const unfiled = new Map<string, Speaker>();
  const named = new Set<string>();

  const resolved = new Map(
    talks.map((talk) => {
      const at = { file: talk.file, line: 1 };
      const slugs = speakersOf(talk, filed, report).map((slug) => {
        const found = finder.find(slug, at, report);
        if (!found && !unfiled.has(slug)) {
          report.doubt(at, `no speaker file for "${slug}": known as ${nameOf(slug)}`);
          unfiled.set(slug, { slug, name: nameOf(slug), bio: "", pronouns: null, website: null });
        }
        named.add(found?.slug ?? slug);
        return found?.slug ?? slug;
      });
      return [talk.slug, [...new Set(slugs)]] as const;
    }),
  );
  for (const { slug, file, name } of filed)
    if (!named.has(slug)) report.doubt({ file, line: 1 }, `no talk names ${name}`);
  return {
    speakers: [...filed.map(({ file: _file, ...speaker }) => speaker), ...unfiled.values()],
    entries: entries.map((entry) => ({ ...entry, speakers: resolved.get(entry.slug ?? "") ?? [] })),
  };
}

/** A talk file without speakers often bears the name of one. */
function speakersOf(talk: Talk, filed: Filed[], report: Report) {
  if (talk.speakers.length > 0) return talk.speakers;
  const same = filed.find(({ slug }) => slug === talk.slug);
  if (same)
    report.repair({ file: talk.file, line: 1 }, `names no speaker: taken as ${same.name}, whose file has its name`);
  return same ? [same.slug] : [];
}

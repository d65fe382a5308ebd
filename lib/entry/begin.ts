import type { SpaceScope } from "@/lib/db/enter-space";
import { type EntryDocument, entryDocument } from "@/lib/entry/input";
import { Refused } from "@/lib/errors";

type Told = {
  event_id: string;
  event_name: string;
  lang: string;
  title: string;
  pitch: string;
  note: string;
  told_by: string | null;
  hide: string[];
};

/**
 * What a topic of open space has to tell a member of its event. Under the Chatham House rule nobody's name is in it; of a
 * sealed topic, and of any that the caller may not see, there is nothing: refuses with `not-found`.
 */
export async function topicToTell({ tx, reader }: SpaceScope, topicId: string) {
  const [told] = await tx.$queryRaw<Told[]>`
    select event_id, event_name, lang, title, pitch, note, told_by, hide
      from topic_to_tell(${topicId}::uuid, ${reader.userId}::uuid)`;
  if (!told) throw new Refused("not-found");
  const nameless = (text: string) => withoutNames(text, told.hide);
  const body = [told.pitch, told.note].filter((text) => text.trim() !== "").join("\n\n");
  return {
    eventId: told.event_id,
    eventName: told.event_name,
    title: nameless(told.title),
    body: nameless(body),
    lang: told.lang,
    credit: told.told_by ?? "",
  };
}

/** The longest first, so that nothing of a name stays behind when another begins like it. */
export function withoutNames(text: string, names: readonly string[]) {
  const whole = names.filter((name) => name.trim().length > 1).sort((a, b) => b.length - a.length);
  return whole.reduce((left, name) => left.replaceAll(wordOf(name), "…"), text);
}

function wordOf(name: string) {
  const literal = name
    .trim()
    .replaceAll(/[^\p{L}\p{N}\s]/gu, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`);
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "giu");
}

/** The first words of an entry, with what its space offers first. */
export const blank = (kind: EntryDocument["kind"], said: Partial<EntryDocument>) =>
  entryDocument.parse({ kind, ...said });

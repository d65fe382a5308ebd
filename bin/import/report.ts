import { env } from "@/lib/env";
import type { Reading } from "@/lib/interop/devopsdays/read";
import type { Imported } from "./into-event";

export type Summary = ReturnType<typeof summaryOf>;

/** What an import came to, as the last line of `--json` says it. */
export function summaryOf({ days, entries, speakers, repairs, doubts }: Reading, { slug, changed }: Imported) {
  const count = { talk: 0, ignite: 0, workshop: 0, break: 0, openSpace: 0, other: 0 };
  for (const { kind } of entries) count[kind]++;
  const slots = entries.filter(({ slot }) => slot).length;
  return { event: slug, days: days.length, entries: count, speakers: speakers.length, slots, repairs, doubts, changed };
}

/** The same for a person. */
export function printReport(summary: Summary, { slug, isNew, signIn }: Imported) {
  const { days, entries, speakers, slots, repairs, doubts, changed } = summary;
  const all = Object.entries(entries).map(([kind, count]) => `${count} ${kind}`);
  console.log(`${isNew ? "Made" : "Brought up to date:"} the event ${slug}, ${days} days.`);
  console.log(`Entries: ${all.join(", ")}. Speakers: ${speakers}. Open-space slots: ${slots}.`);
  list("Repaired", repairs);
  list("Please look at", doubts);
  console.log(
    `Added ${changed.added}, updated ${changed.updated}, removed ${changed.removed}. It is at ${env().TWOFEET_URL}/e/${slug}`,
  );
  if (signIn) console.log(`Its host signs in once with ${env().TWOFEET_URL}${signIn}`);
}

function list(title: string, findings: Summary["repairs"]) {
  if (findings.length === 0) return;
  console.log(`${title} (${findings.length}):`);
  for (const { file, line, what } of findings) console.log(`  ${file}:${line}: ${what}`);
}

import type { SpaceScope } from "@/lib/db/enter-space";
import type { EntryDocument } from "@/lib/entry/input";
import type { OpenEntry } from "@/lib/entry/save";
import { sanitised } from "@/lib/sanitise/apply";
import { type Finding, findIn, type Known } from "@/lib/sanitise/find";
import { type Decision, noPlan, type Plan, plan } from "@/lib/sanitise/input";
import { mayBeChance, proofRead, type Trace, traceKey } from "@/lib/sanitise/proof-read";
import { relative } from "@/lib/sanitise/relative";
import { keyOf, textsOf, withoutOrigin } from "@/lib/sanitise/rules";
import { secretsIn } from "@/lib/sanitise/secrets";
import { apart, type OwnSeries, type SeriesName, seriesOf, withSeries } from "@/lib/sanitise/series";

/** An entry on the table: what was found in it, what was decided, the copy that comes of it, and what is still wrong with that. */
export type Studio = {
  plan: Plan;
  /** All that is in force, decided or proposed. */
  decisions: Decision[];
  findings: (Finding & { decided: Decision | null })[];
  /** Words that somebody added, which nothing finds by itself. */
  added: Decision[];
  before: EntryDocument;
  /** Before and after, with the names of its series among the texts. */
  sides: readonly [unknown, unknown];
  /** The series that go out with it, and what they are called then. */
  own: OwnSeries[];
  names: SeriesName[];
  copy: EntryDocument;
  traces: Trace[];
  /** Nothing is asked for while something of these is there. */
  undecided: number;
  open: number;
};

/** Makes the public copy of an entry as it would be now. Findings that nobody decided are treated as proposed. */
export async function studioOf(scope: SpaceScope, entry: OpenEntry): Promise<Studio> {
  const saved = await planOf(scope, entry.id);
  const before = withoutOrigin(entry.document);
  const own = saved.series ? await seriesOf(scope, entry.id) : [];
  const whole = withSeries(before, own);
  const found = findIn(whole, await knownOf(scope, whole));
  const byKey = new Map(saved.decisions.map((one) => [keyOf(one.term), one]));
  const findings = found.map((one) => ({ ...one, decided: byKey.get(keyOf(one.term)) ?? null }));
  const decisions = [...findings.map(inForce), ...others(saved, found)];
  const hidden = sanitised(whole, decisions);
  const finished = saved.relative ? relative(hidden) : hidden;
  const traces = tracesIn(finished, decisions);
  const open = traces.filter((one) => !(mayBeChance(one) && saved.accepted.includes(traceKey(one)))).length;
  const undecided = findings.filter(({ decided }) => decided === null).length;
  const counts = { undecided, open };
  const out = { before, ...apart(finished), sides: [whole, finished] as const, own };
  return { plan: saved, decisions, findings, added: others(saved, found), ...out, traces, ...counts };
}

/** What is still to be seen in a copy, or in other words that go with it. */
export const tracesIn = (copy: unknown, decisions: readonly Decision[]) =>
  proofRead(
    textsOf(copy).map(({ text }) => text),
    decisions,
  );

const inForce = ({ kind, term, deed, decided }: Finding & { decided: Decision | null }): Decision =>
  decided ?? { kind, term, deed, instead: "" };

/** Decisions of what no pattern finds: words that somebody added, and such as are gone from the text by now. */
function others({ decisions }: Plan, found: readonly Finding[]) {
  const keys = new Set(found.map(({ term }) => keyOf(term)));
  return decisions.filter(({ term }) => !keys.has(keyOf(term)));
}

export async function planOf({ tx, space }: SpaceScope, entryId: string): Promise<Plan> {
  const row = await tx.redactionPlan.findUnique({ where: { spaceId_entryId: { spaceId: space.id, entryId } } });
  if (!row) return noPlan;
  return plan.parse({ decisions: row.decisions, relative: row.relative, series: row.series, accepted: row.accepted });
}

async function knownOf({ tx, space }: SpaceScope, document: EntryDocument): Promise<Known> {
  const text = textsOf(document)
    .map((one) => one.text)
    .join("\n");
  const said = await tx.$queryRaw<
    { name: string; is_person: boolean }[]
  >`select * from names_in(${space.id}::int, ${text})`;
  const [people, names] = [true, false].map((kind) =>
    said.filter((one) => one.is_person === kind).map(({ name }) => name),
  );
  return { people: people ?? [], names: names ?? [], secrets: await secretsIn(document) };
}

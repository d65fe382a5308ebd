import { type SpaceScope, spaceCommand } from "@/lib/db/enter-space";
import { entryOf, type OpenEntry } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { isLicence } from "@/lib/licence/rules";
import { besideOf } from "@/lib/publication/beside";
import { approveInput, publicationInput, requestInput, supersedeInput, withdrawInput } from "@/lib/publication/input";
import { slugOf, versionAfter } from "@/lib/publication/rules";
import { studioOf, tracesIn } from "@/lib/sanitise/copy";

/**
 * Asks for an entry to be published: makes the copy, which from then on stays what it is. Answers its id.
 * Refuses with `not-found`, `licence-needed`, `licence-unknown`,
 * `publication-pending`, `address-taken`, `version-taken`; with `undecided`
 * while something was found of which nobody said what is to be done, and with `still-there` while the proof-read finds any.
 */
export const requestPublication = spaceCommand({
  atLeast: "contributor",
  input: requestInput,
  async run(scope, { entryId, releaseAt, changes, ...wanted }) {
    await scope.oneAtATime(`publication ${entryId}`);
    const entry = await entryOf(scope, entryId);
    const past = await pastOf(scope, entryId);
    if (past.pending) throw new Refused("publication-pending");
    const going = await copyOf(scope, entry, { ...wanted, changes });
    const { id } = await scope.tx.publication.create({
      data: {
        ...(await namesOf(scope, past, going.copy, wanted)),
        ...{ spaceId: scope.space.id, entryId, revision: entry.revision, requestedById: scope.reader.userId },
        ...{ changes, document: going.copy, releaseAt: instantOf(releaseAt) },
        ...(await besideOf(scope, entryId, going)),
      },
      select: { id: true },
    });
    return id;
  },
});

/** A form says a day and a time without a zone; they are UTC, and the page says so. */
const instantOf = (said: string | undefined) =>
  said ? new Date(/Z$|[+-]\d\d:\d\d$/.test(said) ? said : `${said}Z`) : null;

/** The second key, to exactly what was seen. Refuses with `not-found`, `second-person-needed`, `publication-changed`. */
export const approvePublication = spaceCommand({
  atLeast: "approver",
  input: approveInput,
  run: ({ tx, space, reader }, { id, digest }) =>
    orWhyNot(
      tx.$queryRaw`select approve_publication(${space.id}::int, ${id}::uuid, ${reader.userId}::uuid, ${digest}) as no`,
    ),
});

/** Stops what is not public yet: by whom asked for it, or by an approver. */
export const stopPublication = spaceCommand({
  atLeast: "contributor",
  input: publicationInput,
  async run({ tx, space, reader }, { id }) {
    const mine = ["approver", "owner"].includes(reader.role) ? {} : { requestedById: reader.userId };
    const open = { spaceId: space.id, id, releasedAt: null, stoppedAt: null, ...mine };
    const { count } = await tx.publication.updateMany({ where: open, data: { stoppedAt: new Date() } });
    if (count === 0) throw new Refused("not-found");
  },
});

/** Takes back every version that was published from an entry; its address answers that it is gone, and why. */
export const withdrawPublication = spaceCommand({
  atLeast: "approver",
  input: withdrawInput,
  run: ({ tx, space, reader }, { entryId, because }) =>
    orWhyNot(
      tx.$queryRaw`select withdraw_publication(${space.id}::int, ${entryId}::uuid, ${reader.userId}::uuid, ${because}) as no`,
    ),
});

/** Says which published entry takes this one's place; none: no other. Refuses with `no-such-entry`. */
export const supersedePublication = spaceCommand({
  atLeast: "approver",
  input: supersedeInput,
  run: ({ tx, space, reader }, { entryId, by }) =>
    orWhyNot(
      tx.$queryRaw`select supersede_publication(${space.id}::int, ${entryId}::uuid, ${reader.userId}::uuid, ${by ?? null}) as no`,
    ),
});

async function orWhyNot(answer: Promise<{ no: string | null }[]>) {
  const [said] = await answer;
  if (said?.no) throw new Refused(said.no);
}

/** The sanitised copy, as soon as everything in it, and in the words that go with it, was decided and looked at. */
async function copyOf(scope: SpaceScope, entry: OpenEntry, words: Record<string, string | undefined>) {
  const studio = await studioOf(scope, entry);
  const { copy, undecided, open, decisions } = studio;
  if (undecided > 0) throw new Refused("undecided", {}, { count: undecided });
  const count = open + tracesIn(words, decisions).length;
  if (count > 0) throw new Refused("still-there", {}, { count });
  if (!copy.licence) throw new Refused("licence-needed", { licence: ["licence-needed"] });
  if (!isLicence(copy.licence)) throw new Refused("licence-unknown", {}, { licence: copy.licence.slice(0, 100) });
  return studio;
}

type Past = Awaited<ReturnType<typeof pastOf>>;

/** What was published of an entry, and what is on its way. */
async function pastOf({ tx, space }: SpaceScope, entryId: string) {
  const all = await tx.publication.findMany({ where: { spaceId: space.id, entryId } });
  const published = all.filter(({ publicId, withdrawnAt }) => publicId && !withdrawnAt);
  const [last] = published.sort((a, b) => Number(b.releasedAt) - Number(a.releasedAt));
  const pending = all.some(({ releasedAt, stoppedAt }) => !releasedAt && !stoppedAt);
  return { pending, last: last ?? null, versions: published.map(({ version }) => version) };
}

type Wanted = { slug?: string | undefined; version?: string | undefined };

async function namesOf(
  { tx }: SpaceScope,
  { last, versions }: Past,
  { title, kind }: OpenEntry["document"],
  wanted: Wanted,
) {
  const slug = last?.slug ?? wanted.slug ?? (slugOf(title) || `${kind}-${Date.now().toString(36)}`);
  if (!last && (await tx.publicEntry.count({ where: { slug } })) > 0)
    throw new Refused("address-taken", { slug: ["address-taken"] });
  const version = wanted.version ?? versionAfter(last?.version ?? null, kind, new Date());
  if (versions.includes(version)) throw new Refused("version-taken", { version: ["version-taken"] });
  return { slug, version };
}

import { type Phase, phases } from "@/lib/event/rules";
import { mergeNotes } from "@/lib/note/rules";
import { budget } from "./real-day";
import type { Step, Who } from "./step";

type Cell = { slot: number; room: number };
type Topic = {
  title: string;
  anonymous: boolean;
  pitcher: Who;
  convener: Who | null;
  withdrawn: boolean;
  into: number | null;
  place: (Cell & { pinned: boolean; left: Cell | null }) | null;
  dots: Map<Who, number>;
  notes: string[];
};
type Sides = Map<Who, { from: number; into: number; united: number }>;
type Merge = {
  from: number;
  into: number;
  proposer: Who;
  agreed: { from: boolean; into: boolean };
  state: "open" | "merged" | "declined" | "split";
  cell: Cell | null;
  sides: Sides;
};
export type Answer = { refused: string[] } | { done: true };

class No extends Error {
  readonly reasons: string[];
  constructor(...reasons: string[]) {
    super(reasons.join());
    this.reasons = reasons;
  }
}

const between = (first: Phase, last: Phase) => phases.slice(phases.indexOf(first), phases.indexOf(last) + 1);
const isCrew = (who: Who) => who === "host" || who === "facilitator";
/** Of the three slots the second overlaps the other two. */
const atOnce = (a: Cell, b: Cell) => Math.abs(a.slot - b.slot) <= 1;

/** The rules of a day as the glossary tells them, in memory, one step after the other. */
export class ModelDay {
  now: Phase = "marketplace";
  readonly topics: Topic[] = [];
  readonly merges: Merge[] = [];
  readonly stars = new Set<string>();

  constructor(private readonly mayDotOwnTopic: boolean) {}

  /** What the day answers; a list of refusals where several are as good. */
  take(step: Step): Answer {
    try {
      this.check(
        step.who,
        step.what === "place" || step.what === "clear" || step.what === "pin" || step.what === "phase",
      );
      this[step.what](step as never);
      return { done: true };
    } catch (error) {
      if (error instanceof No) return { refused: error.reasons };
      throw error;
    }
  }

  private check(who: Who, forCrew: boolean) {
    if (who === "stranger" || (forCrew && !isCrew(who))) throw new No("forbidden");
  }

  private during(open: Phase[], reason: string, who: Who | null = null) {
    if (!open.includes(this.now) && !(who && isCrew(who))) throw new No(reason);
  }

  private living(index: number) {
    const topic = this.topics[index];
    if (!topic || topic.withdrawn || topic.into !== null) throw new No("not-found");
    return topic;
  }

  private speaks = (topic: Topic, who: Who) => (topic.convener ?? topic.pitcher) === who;

  private own(index: number, who: Who) {
    const topic = this.living(index);
    if (!this.speaks(topic, who) && !isCrew(who)) throw new No("not-yours");
    this.during(between("marketplace", "running"), "editing-closed", who);
    return topic;
  }

  phase({ phase }: Extract<Step, { what: "phase" }>) {
    this.now = phase;
  }

  pitch({ who, title, sought, anonymous }: Extract<Step, { what: "pitch" }>) {
    this.during(between("marketplace", "voting"), "pitching-closed", who);
    const nothing = { withdrawn: false, into: null, place: null, dots: new Map(), notes: [] };
    const convener = sought ? null : who;
    this.topics.push({ ...nothing, title, anonymous: anonymous && !sought, pitcher: who, convener });
  }

  edit({ who, topic, title, anonymous }: Extract<Step, { what: "edit" }>) {
    Object.assign(this.own(topic, who), { title, anonymous });
  }

  withdraw({ who, topic }: { who: Who; topic: number }) {
    Object.assign(this.own(topic, who), { withdrawn: true, place: null, dots: new Map() });
  }

  convene({ who, topic: index }: { who: Who; topic: number }) {
    this.during(between("marketplace", "running"), "editing-closed");
    const topic = this.living(index);
    if (topic.convener === who) return;
    if (topic.convener) throw new No("has-convener");
    const { place } = topic;
    if (place && this.placed(index).some((other) => other.convener === who && atOnce(other.place, place)))
      throw new No("convener-busy");
    topic.convener = who;
  }

  dot({ who, topic: index, dots }: Extract<Step, { what: "dot" }>) {
    const topic = this.living(index);
    const had = topic.dots.get(who) ?? 0;
    if (dots === had) return;
    this.during(["voting"], "voting-closed");
    if (dots > had) this.checkBudget(who, topic, dots, had);
    if (dots === 0) topic.dots.delete(who);
    else topic.dots.set(who, dots);
  }

  private checkBudget(who: Who, topic: Topic, dots: number, had: number) {
    if (!this.mayDotOwnTopic && (topic.pitcher === who || topic.convener === who)) throw new No("own-topic");
    if (dots > budget.perTopic) throw new No("too-many-on-topic");
    if (this.spent(who) - had + dots > budget.perMember) throw new No("out-of-dots");
  }

  private spent(who: Who) {
    return this.topics.reduce((sum, { dots }) => sum + (dots.get(who) ?? 0), 0);
  }

  /** The others that stand on the board. */
  private placed(but: number) {
    return this.topics.flatMap((topic, index) =>
      topic.place && index !== but ? [{ ...topic, place: topic.place }] : [],
    );
  }

  private conflicts(index: number, cell: Cell) {
    const { convener } = this.topics[index] as Topic;
    const reasons = this.placed(index)
      .filter(({ place }) => atOnce(place, cell))
      .flatMap((other) => {
        if (other.place.room === cell.room) return ["slot-taken"];
        return other.convener && other.convener === convener ? ["convener-busy"] : [];
      });
    return [...new Set(reasons)];
  }

  place({ topic: index, slot, room }: Extract<Step, { what: "place" }>) {
    this.during(between("marketplace", "running"), "placing-closed");
    const topic = this.living(index);
    const before = topic.place;
    if (before?.slot === slot && before.room === room) return;
    if (before?.pinned) throw new No("pinned");
    const reasons = this.conflicts(index, { slot, room });
    if (reasons.length > 0) throw new No(...reasons);
    topic.place = { slot, room, pinned: false, left: before && { slot: before.slot, room: before.room } };
  }

  clear({ topic: index }: { topic: number }) {
    this.during(between("marketplace", "running"), "placing-closed");
    const topic = this.topics[index];
    if (!topic?.place) return;
    if (topic.place.pinned) throw new No("pinned");
    topic.place = null;
  }

  pin({ topic: index, pinned }: Extract<Step, { what: "pin" }>) {
    this.during(between("marketplace", "running"), "placing-closed");
    const place = this.topics[index]?.place;
    if (!place) throw new No("not-placed");
    place.pinned = pinned;
  }

  private merging(who: Who) {
    this.during(between("marketplace", "placing"), "merging-closed", who);
  }

  propose({ who, topic: from, into }: Extract<Step, { what: "propose" }>) {
    this.merging(who);
    // what does not exist has no number of its own
    if (from === into || (!this.topics[from] && !this.topics[into])) throw new No("merge-with-itself");
    const agreed = { from: this.agrees(this.living(from), who), into: this.agrees(this.living(into), who) };
    const same = (merge: Merge) => [merge.from, merge.into].sort().join() === [from, into].sort().join();
    if (this.merges.some((merge) => merge.state === "open" && same(merge))) throw new No("merge-proposed");
    const merge: Merge = { from, into, proposer: who, agreed, state: "open", cell: null, sides: new Map() };
    this.merges.push(merge);
    if (agreed.from && agreed.into) this.unite(merge);
  }

  private agrees = (topic: Topic, who: Who) => this.speaks(topic, who) || isCrew(who);

  private openMerge(index: number) {
    const merge = this.merges[index];
    if (merge?.state !== "open") throw new No("not-found");
    return { merge, from: this.living(merge.from), into: this.living(merge.into) };
  }

  agree({ who, merge: index }: { who: Who; merge: number }) {
    this.merging(who);
    const { merge, from, into } = this.openMerge(index);
    const word = { from: this.agrees(from, who), into: this.agrees(into, who) };
    if (!word.from && !word.into) throw new No("not-yours");
    merge.agreed = { from: merge.agreed.from || word.from, into: merge.agreed.into || word.into };
    if (merge.agreed.from && merge.agreed.into) this.unite(merge);
  }

  decline({ who, merge: index }: { who: Who; merge: number }) {
    this.merging(who);
    const { merge, from, into } = this.openMerge(index);
    if (merge.proposer !== who && !this.agrees(from, who) && !this.agrees(into, who)) throw new No("not-yours");
    merge.state = "declined";
  }

  private unite(merge: Merge) {
    const [from, into] = [this.topics[merge.from] as Topic, this.topics[merge.into] as Topic];
    for (const who of new Set([...from.dots.keys(), ...into.dots.keys()])) {
      const [a, b] = [from.dots.get(who) ?? 0, into.dots.get(who) ?? 0];
      const united = Math.min(a + b, budget.perTopic);
      merge.sides.set(who, { from: a, into: b, united });
      into.dots.set(who, united);
    }
    merge.cell = from.place && { slot: from.place.slot, room: from.place.room };
    Object.assign(from, { dots: new Map(), place: null, into: merge.into });
    merge.state = "merged";
  }

  split({ who, merge: index }: { who: Who; merge: number }) {
    this.merging(who);
    const merge = this.merges[index];
    if (merge?.state !== "merged") throw new No("not-found");
    const [from, into] = [this.topics[merge.from] as Topic, this.topics[merge.into] as Topic];
    if (!this.speaks(from, who) && !this.speaks(into, who) && !isCrew(who)) throw new No("not-yours");
    if (into.into !== null) throw new No("merged-further");
    from.into = null;
    for (const [person, side] of merge.sides) this.giveBack(person, side, from, into);
    merge.state = "split";
    if (merge.cell && this.conflicts(merge.from, merge.cell).length === 0)
      from.place = { ...merge.cell, pinned: false, left: null };
  }

  /** Exactly as before the merge, as far as what returned was not spent since; untouched where it was changed since. */
  private giveBack(who: Who, then: { from: number; into: number; united: number }, from: Topic, into: Topic) {
    const now = into.dots.get(who) ?? 0;
    if (now !== then.united) return;
    const most = now + budget.perMember - this.spent(who);
    const back = Math.min(then.from + then.into, most);
    const stays = Math.min(then.into, back);
    into.dots.delete(who);
    if (stays > 0) into.dots.set(who, stays);
    if (back > stays) from.dots.set(who, back - stays);
  }

  note({ who, topic: index, line, base }: Extract<Step, { what: "note" }>) {
    this.during(between("marketplace", "closing"), "notes-closed");
    const { notes } = this.living(index);
    const mine = `${line} of ${who}`;
    const now = notes.at(-1) ?? "";
    const body = notes.length > 0 && notes.length !== base ? mergeNotes(mine, notes[base - 1] ?? "", now) : mine;
    if (body !== now) notes.push(body);
  }

  star({ who, entry, starred }: Extract<Step, { what: "star" }>) {
    if (entry > 1) throw new No("not-found");
    if (starred) this.stars.add(`${who} ${entry}`);
    else this.stars.delete(`${who} ${entry}`);
  }
}

import type { z } from "zod";
import { spaceCommand, spaceQuery } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { changePostmortem } from "@/lib/incident/commands";
import { pasteInput } from "@/lib/incident/input";
import { typedZone } from "@/lib/incident/typed-time";
import { readPostmortem } from "@/lib/interop/postmortem/read-postmortem";
import type { PostmortemDocument } from "@/lib/postmortem/input";
import { inOrder, type TimelineEvent } from "@/lib/postmortem/rules";

type Pasted = Pick<z.output<typeof pasteInput>, "text" | "day" | "zone">;

/** What is found in a pasted text, or in that of the entry itself. */
function readPasted({ text, day, zone }: Pasted, document: PostmortemDocument) {
  const above = text.trim() === "" ? (document.original?.frontMatter ?? "") : "";
  const first = document.times.started?.at ?? document.times.detected?.at ?? null;
  const known = { zone: typedZone(zone) ?? document.zone, frontMatter: `${above}\n${document.title}` };
  const on = day ?? (text.trim() === "" ? null : (first?.slice(0, 10) ?? null));
  return readPostmortem(text.trim() === "" ? document.body : text, { ...known, day: on });
}

/** Shows what would be found, and changes nothing. Refuses with `not-found`. */
export const previewTimeline = spaceQuery({
  atLeast: "contributor",
  input: pasteInput,
  async run(scope, { id, ...pasted }) {
    const { document } = await entryOf(scope, id);
    if (document.kind !== "postmortem") throw new Refused("not-found");
    const { timeline, style, times, zone } = readPasted(pasted, document);
    return { timeline, style, times, zone };
  },
});

/** Adds what is found to the timeline, and the times that the post-mortem does not have yet. Refuses with `no-timeline`. */
export const importTimeline = spaceCommand({
  atLeast: "contributor",
  input: pasteInput,
  run: (scope, { id, base, replace, ...pasted }) =>
    changePostmortem(scope, { id, base }, (document) => {
      const found = readPasted(pasted, document);
      if (found.timeline.length === 0) throw new Refused("no-timeline");
      const kept = replace ? [] : document.timeline;
      const timeline = inOrder([...kept, ...renamed(found.timeline, kept)]).slice(0, 2_000);
      return { timeline, times: { ...found.times, ...document.times }, zone: document.zone ?? found.zone };
    }),
});

/** Ids that no kept row has. */
function renamed(events: readonly TimelineEvent[], kept: readonly TimelineEvent[]) {
  const numbers = kept.map(({ id }) => Number(/^e(\d+)$/.exec(id)?.[1] ?? 0));
  const from = Math.max(0, ...numbers);
  return events.map((event, position) => ({ ...event, id: `e${from + position + 1}` }));
}

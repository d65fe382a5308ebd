import { timelineAreas } from "./area";
import { asChat, eventsOfChat } from "./chat";
import { type FoundEvent, found, type Style } from "./found-event";
import { labelledTimes } from "./labels";
import type { Line } from "./lines";
import { eventsOfProse } from "./prose";
import { eventsOf } from "./structured";

export type Chosen = { events: FoundEvent[]; style: Style | null };

const timed = (events: readonly FoundEvent[]) => events.filter(({ header }) => !header);

/** The timeline of a text: what is headed so, else what looks like one, else a chat, labels, or what its sentences say. */
export function choose(lines: readonly Line[], americans: boolean): Chosen {
  const areas = timelineAreas(lines);
  const headed = areas.flatMap((area) => eventsOfArea(area, americans));
  const chatted = areas.flatMap((area) => eventsOfChat(area, americans));
  const [said, told] = [timed(chatted).length, timed(headed).length];
  if (told || said) return named(said > 1 && said >= told ? chatted : asChat(headed));
  const proseOfAreas = areas.flatMap((area) => eventsOfProse(area, americans));
  if (timed(proseOfAreas).length > 1) return named(proseOfAreas);
  return chooseAnywhere(lines, americans, areas.length > 0);
}

/** What is headed as a timeline and holds only code was pasted as code. */
function eventsOfArea(area: readonly Line[], americans: boolean) {
  const events = eventsOf(area, { americans, headed: true });
  if (timed(events).length) return events;
  const bare = area.filter(({ kind, text }) => kind !== "code" || !/^\s*[`~]{3}/.test(text));
  const read = bare.map((line) =>
    line.kind === "code" ? { ...line, kind: "text" as const, text: line.text.trim() } : line,
  );
  return eventsOf(read, { americans, headed: true });
}

function chooseAnywhere(lines: readonly Line[], americans: boolean, isHeaded: boolean): Chosen {
  const structured = asChat(eventsOf(lines, { americans, headed: false }));
  const chat = eventsOfChat(lines, americans);
  const most = chat.length > 1 && chat.length >= timed(structured).length ? chat : structured;
  const labels = labelledTimes(lines, americans).map(({ stamp, label }) => found("labels", stamp, label));
  if (timed(most).length >= Math.max(1, labels.length > 2 ? labels.length : 0)) return named(most);
  if (labels.length > 1) return named(labels);
  const prose = isHeaded ? [] : eventsOfProse(lines, americans);
  // an hour alone may be that of a meeting
  const sure = timed(prose).length > 2 || timed(prose).some(({ stamp }) => stamp.zone !== null || stamp.date !== null);
  return named(sure ? prose : labels);
}

/** By the style that most of it is written in. */
function named(events: FoundEvent[]): Chosen {
  const counts = new Map<Style, number>();
  for (const { style } of timed(events)) counts.set(style, (counts.get(style) ?? 0) + 1);
  const [style = null] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return { events, style };
}

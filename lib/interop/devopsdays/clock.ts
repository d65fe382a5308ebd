/** A time as someone wrote it: minutes since midnight, no end said, or nothing that can be read. */
export type Clock = { kind: "time"; minutes: number; certain: boolean } | { kind: "open" | "missing" | "unreadable" };

const openWords = /^(late|open|open end|end|until late|onwards?|close|closing|tard|tarde|laat|spät|\?+|…|\.\.\.|-)$/;

/** Reads `8:00`, `08.00`, `8h30`, `0800`, `1 pm`, `late`; `certain` when a.m. or p.m. was written. */
export function readClock(written: string): Clock {
  const text = written.trim().toLowerCase();
  if (text === "" || text === "~" || text === "null") return { kind: "missing" };
  if (openWords.test(text)) return { kind: "open" };
  if (text === "noon") return { kind: "time", minutes: 720, certain: true };
  if (text === "midnight") return { kind: "time", minutes: 1440, certain: true };
  const parts =
    /^(\d{1,2})(?:\s*[:;.,h]+\s*(\d{2}))?(?::\d{2})?\s*(?:h|uhr)?\s*([ap])?\.?m?\.?$/.exec(text) ??
    /^(\d{2})(\d{2})()$/.exec(text);
  return parts ? ofParts(Number(parts[1]), Number(parts[2] ?? 0), parts[3]) : { kind: "unreadable" };
}

function ofParts(hour: number, minute: number, half: string | undefined): Clock {
  const wrong = minute > 59 || hour > 24 || (half && (hour > 12 || hour === 0));
  if (wrong) return { kind: "unreadable" };
  const hours = half ? (hour % 12) + (half === "p" ? 12 : 0) : hour;
  return { kind: "time", minutes: hours * 60 + minute, certain: Boolean(half) };
}

/** A start such as `13:30-14:00` also says its end. */
export function splitRange(start: string): [start: string, end: string | null] {
  const [from = "", to] = start.split(/\s*(?:-|–|—|\bto\b)\s*/);
  return /\d/.test(from) && to !== undefined ? [from, to] : [start, null];
}

/** 14:05, and 25:30 as 01:30. */
export function showClock(minutes: number) {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

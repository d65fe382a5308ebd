import { type FoundEvent, found } from "./found-event";
import type { Line } from "./lines";
import { momentOf } from "./moment-label";
import { type Stamp, stampAt } from "./stamp";

type Head = { who: string; stamp: Stamp; text: string };

const name = String.raw`[\p{L}\p{N}@][\p{L}\p{N} ._'’@-]{0,48}?`;
const bracketed = new RegExp(String.raw`^(${name})\s+\[([^\]]{3,40})\]:?$`, "u");
const relay = /^[[(]?([^<>]{3,40}?)[\])]?\s*<[@+~&% ]?([^>\s]{1,40})>\s+(.*)$/;
const behind = new RegExp(
  String.raw`^(${name})(?:\s+(?:APP|BOT))?(?:\s+[—–-])?\s+(?:(?:Today|Yesterday) at )?((?:\d{1,2}/\d{1,2}/\d{2,4},? )?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?)$`,
  "u",
);

/** What people said to each other, as Slack, IRC, Discord and their kin are copied: who, when, and all up to the next. */
export function eventsOfChat(lines: readonly Line[], americans: boolean): FoundEvent[] {
  const events: FoundEvent[] = [];
  let open = false;
  for (const line of lines) {
    const head = line.kind === "code" || line.kind === "blank" ? null : headOf(line.text, americans);
    if (head) events.push(found("chat", head.stamp, head.text, head.who));
    if (line.kind === "heading") open = false;
    else if (head) open = true;
    else if (open) events.at(-1)?.text.push(line.kind === "item" ? `- ${line.text}` : line.text);
  }
  return events;
}

// `Raised a ticket at 10:29` is a sentence
const noName = /\d{4}-|^incident\b|\s(?:at|on|by|from|since|until|around|about|to|um|à|om|a las)$|^(?:\S+\s+){4}/i;

function headOf(text: string, americans: boolean): Head | null {
  if (text.length > 2_000 || !/\d[:hH]?\d/.test(text)) return null;
  const [, who = "", time = ""] = bracketed.exec(text) ?? behind.exec(text) ?? [];
  // a label with its day is no name
  if (who) return noName.test(who) || momentOf(who) ? null : spoken(who, time, "", americans);
  const [, at = "", nick = "", words = ""] = relay.exec(text) ?? [];
  return nick ? spoken(nick, at, words, americans) : null;
}

function spoken(who: string, time: string, text: string, americans: boolean): Head | null {
  const stamp = stampAt(time, americans);
  return stamp?.clock && stamp.end >= time.length - 1 ? { who: who.trim(), stamp, text } : null;
}

const speaker = /^(@?[\p{L}\p{N}][\p{L}\p{N} ._'’-]{0,39}):\s+(.*)$/su;

/** Lines that nearly all go on with `Name: ` are a chat too, as messengers export it. */
export function asChat(events: readonly FoundEvent[]): FoundEvent[] {
  const lines = events.filter(({ style, header }) => style === "lines" && !header);
  const said = lines.filter(({ text }) => speaker.test(text[0] ?? ""));
  const names = new Set(said.map(({ text }) => speaker.exec(text[0] ?? "")?.[1]));
  const chatty = said.length >= 3 && said.length > lines.length * 0.6 && names.size <= said.length * 0.75;
  return chatty ? events.map(asSaid) : [...events];
}

function asSaid(event: FoundEvent): FoundEvent {
  const [, who, words = ""] = speaker.exec(event.text[0] ?? "") ?? [];
  if (event.style !== "lines" || !who) return event;
  return { ...event, style: "chat", who, text: [words, ...event.text.slice(1)] };
}

import { DateTime } from "luxon";
import { isTimeline } from "./area";
import type { Line } from "./lines";
import { dayWithin } from "./prose";
import type { WrittenDate } from "./written-date";

type Known = {
  day?: string | null;
  name?: string;
  frontMatter?: string;
  /** On which it says that it started. */
  first: WrittenDate | null;
};
type Written = { zone: string | null; americans: boolean };

/**
 * The day on which an incident begins, by what may say it: the title first, for a front matter often has the day on which it
 * was written down.
 */
export function daySaid(lines: readonly Line[], { day, name, frontMatter, first }: Known, written: Written) {
  const title = /^[ \t]*title\s*[:=](.*)$/im.exec(frontMatter ?? "")?.[1] ?? "";
  const heading = lines.find(({ kind }) => kind === "heading")?.text ?? "";
  const ofDates = lines
    .filter(({ kind, text }) => kind !== "code" && text.length < 200 && (ofDate.test(text) || isTimeline(text)))
    .map(({ text }) => text);
  const said = lines.slice(0, 60).map(({ text }) => text);
  const start = first?.day ? `${first.year}-${two(first.month)}-${two(first.day)}` : "";
  return firstDay(
    [day ?? "", title, heading, start, ...ofDates, ofFrontMatter(frontMatter ?? ""), ...said, name ?? ""],
    written,
  );
}

// `Due date` is that of something else
const ofDate = /^\W*(?:[a-z]+ )?(?<!due )(?:dates?|datum|fecha)\b|\ball times\b/i;

/** Without the days on which it was published, fetched or looked at again: nothing happened on those. */
const ofFrontMatter = (text: string) =>
  text
    .split("\n")
    .filter((line) => !/^[\w -]*(?:publish|fetch|updat|modif|creat|review|retriev)[\w -]*[:=]/i.test(line))
    .join("\n");

const two = (number: number | null) => String(number ?? "").padStart(2, "0");

const otherwise = /\b(?:unless|if not) (?:otherwise )?(?:noted|stated|said|specified|mentioned)\b[^.]*/i;
const ofAllEvents = /\b(?:events?|entries|everything|dates?|happened|occurred|took place)\b/i;

/** `Unless noted otherwise all of it happened on 4 May 2030`: what has a time of day only is of that day. */
export function homeSaid(lines: readonly Line[], written: Written) {
  const said = lines.flatMap(({ kind, text }, at) => {
    const [sentence = ""] = kind === "code" ? [] : (otherwise.exec(`${text} ${lines[at + 1]?.text ?? ""}`) ?? []);
    return otherwise.test(text) && ofAllEvents.test(sentence) ? [sentence] : [];
  });
  return firstDay(said, written);
}

function firstDay(texts: string[], { zone, americans }: Written) {
  for (const text of texts) {
    const { year, month, day } = dayWithin(text, americans)?.date ?? {};
    if (!year || !month || !day) continue;
    const at = DateTime.fromObject({ year, month, day }, { zone: zone ?? "UTC" });
    if (at.isValid) return at;
  }
  return null;
}

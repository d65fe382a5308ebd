import { readDate, readOffset } from "./dates";
import type { Span } from "./days";
import type { Lined } from "./lenient-yaml";
import { nameOf } from "./pages";
import type { Report, Where } from "./report";

/** What the file says of the event itself. */
export type Header = {
  at: Where;
  name: string;
  city: string;
  place: string;
  coordinates: string;
  span: Span | null;
  offset: number | null;
};

type Fields = { file: string; fields: Map<string, Lined> }[];

/** The head of an event from all its data files; what none of them says is derived from the folder's name. */
export function headerOf(slug: string, files: Fields, report: Report): Header {
  const find = finder(files);
  const text = (key: string) => find(key)?.text ?? "";
  const year = text("year") || slug.slice(0, 4);
  const city = text("city") || nameOf(slug.replace(/^\d{4}-/, ""));
  const starts = find("startdate");
  const at = starts
    ? { file: starts.file, line: starts.line }
    : { file: files[0]?.file ?? `content/events/${slug}`, line: 1 };
  report.habit(
    /T00:(?!00)\d\d:00/.test(text("startdate")) ? [at] : [],
    "an hour in the minutes of the date: only the date was taken",
  );
  if (!find("city")) report.doubt(at, `no file names the city: the event is called after its folder ${slug}`);
  if (text("cancel") === "true") report.doubt(at, "the event says that it was cancelled");
  return {
    at,
    name: `DevOpsDays ${city} ${year}`.trim(),
    city,
    place: [text("location"), text("location_address")].filter(Boolean).join(", ") || city,
    coordinates: text("coordinates"),
    span: spanOf(readDate(text("startdate")), readDate(text("enddate")), at, report),
    offset: readOffset(text("startdate")),
  };
}

/** The first file that says something for a key. */
const finder = (files: Fields) => (key: string) =>
  files.flatMap(({ file, fields }) => {
    const lined = fields.get(key);
    return lined?.text?.trim() ? [{ file, line: lined.line, text: lined.text.trim() }] : [];
  })[0];

function spanOf(start: string | null, end: string | null, at: Where, report: Report): Span | null {
  if (!start && !end) {
    report.doubt(at, "no file says when the event is: its days are those of the programme");
    return null;
  }
  const [startsOn, endsOn] = [start ?? end ?? "", end ?? start ?? ""];
  if (startsOn <= endsOn) return { startsOn, endsOn };
  report.repair(at, `the event ends (${endsOn}) before it starts (${startsOn}): turned round`);
  return { startsOn: endsOn, endsOn: startsOn };
}

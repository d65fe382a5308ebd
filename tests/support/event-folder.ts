import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { readDevopsdays } from "@/lib/interop/devopsdays/read";

/** Reads a made-up event from files that are written for this test only. */
export function readFiles(files: Record<string, string>, event?: string) {
  const folder = mkdtempSync(join(tmpdir(), "twofeet-event-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return readDevopsdays(folder, event);
}

const head = 'name: "2018-haven"\ncity: "Haven"\nstartdate: 2018-05-16\nenddate: 2018-05-17\n';
export const dataFile = "data/events/2018-haven.yml";

type RowText = [title: string, type: string, start: string, end: string, date?: string];

/** The text of a row, with its values as they stand. */
export const rowText = ([title, type, start, end, date = "2018-05-16"]: RowText) =>
  `  - title: ${title}\n    type: ${type}\n    date: ${date}\n    start_time: ${start}\n    end_time: ${end}\n`;

/** Reads an event of these rows, and of these pages below its content folder. */
export function readRows(rows: RowText[], more: { ignites?: string; pages?: Record<string, string> } = {}) {
  const pages = Object.entries(more.pages ?? {}).map(([path, text]) => [`content/events/2018-haven/${path}`, text]);
  const programme = rows.length > 0 ? `program:\n${rows.map(rowText).join("")}` : "";
  return readFiles({ [dataFile]: `${head}${programme}${more.ignites ?? ""}`, ...Object.fromEntries(pages) });
}

/** The times of a reading as `09:00–09:30`, in the order of its entries. */
export const timesOf = ({ entries }: ReturnType<typeof readRows>) =>
  entries.map(({ startsAt, endsAt }) => `${startsAt?.slice(11) ?? ""}–${endsAt?.slice(11) ?? ""}`);

export const said = (findings: { what: string }[]) => findings.map(({ what }) => what);

import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { importInto } from "@/bin/import/into-event";
import { printReport, summaryOf } from "@/bin/import/report";
import { Refused } from "@/lib/errors";
import { NoSuchFolder } from "@/lib/interop/devopsdays/files";
import { readDevopsdays } from "@/lib/interop/devopsdays/read";

const usage = `npm run import -- devopsdays <folder> [--event 2025-chicago] [--slug address] [--zone Europe/Brussels]
                 [--rooms "Aula:200,Attic:12"] [--host mail@example.org] [--json]`;

/** Reads a real event from a folder and makes it, or brings it up to date. Answers with the exit code. */
async function run() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      event: { type: "string" },
      slug: { type: "string" },
      zone: { type: "string" },
      rooms: { type: "string" },
      host: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const [format, folder] = positionals;
  if (format !== "devopsdays" || !folder) throw new NoSuchFolder(usage);
  const reading = readDevopsdays(folder, values.event);
  if (reading.entries.length + reading.speakers.length === 0 && !reading.dated)
    throw new NoSuchFolder(`Nothing could be read from ${folder}.`);
  const written = await importInto(reading, { ...values, ask: process.stdin.isTTY && !values.json ? ask : null });
  const summary = summaryOf(reading, written);
  printReport(summary, written);
  if (values.json) console.log(JSON.stringify(summary));
}

async function ask(question: string) {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return answer.trim();
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(sentence(error) ?? error);
    process.exit(sentence(error) ? 2 : 1);
  },
);

/** What went wrong for the person who typed; null for a bug. */
function sentence(error: unknown) {
  if (error instanceof NoSuchFolder) return error.message;
  if (error instanceof Refused) return `Refused: ${error.reason} ${JSON.stringify(error.fields)}`;
  const code = (error as { code?: string }).code ?? "";
  return code.startsWith("ERR_PARSE_ARGS") ? `${(error as Error).message}\n${usage}` : null;
}

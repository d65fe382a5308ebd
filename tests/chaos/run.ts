import { fork } from "node:child_process";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildWhenChanged } from "@/bin/build";
import { figure, table } from "@/tests/bench/figures";
import { figuresOf } from "./figures";
import { endStorm, runStorm, type StormOptions } from "./storm";

const { values } = parseArgs({
  options: {
    /** A small hall and the server without its pages: about half a minute, without the negative control. */
    quick: { type: "boolean", default: false },
    seconds: { type: "string" },
    votes: { type: "string" },
    seed: { type: "string" },
    phones: { type: "string" },
    processes: { type: "string", default: "1" },
    json: { type: "boolean" },
  },
});
const { quick } = values;
const seed = Number(values.seed ?? randomInt(2 ** 31));
const size = quick
  ? { seconds: 8, votes: 1_000, members: 100, phones: 10, blows: { app: 2, database: 1, close: 1 } }
  : { seconds: 120, votes: 200_000, members: 600, phones: 100, blows: { app: 6, database: 4, close: 2 } };
const options: StormOptions = {
  ...size,
  seed,
  seconds: Number(values.seconds ?? size.seconds),
  votes: Number(values.votes ?? size.votes),
  phones: Number(values.phones ?? size.phones),
  processes: Number(values.processes),
  script: quick ? "tests/chaos/hot-lane.ts" : "server.ts",
};

const stop = (reason: unknown) => {
  console.error(reason);
  void endStorm().finally(() => process.exit(1));
};
for (const end of ["SIGINT", "SIGTERM", "uncaughtException"]) process.once(end, stop);

if (!quick) buildWhenChanged();
console.error(`Seed ${seed}: ${options.seconds} s and ${options.votes} votes, ${JSON.stringify(options.blows)}`);
const outcome = await runStorm(options);
for (const example of outcome.findings.examples) console.error(example);
if (outcome.ledger.counts.unexpected > 0) console.error(outcome.log);
const figures = figuresOf(outcome, options);
if (!quick) figures.push(await controlFigure());
console.log(table(figures));
if (values.json) console.log(JSON.stringify(figures));
process.exit(figures.some(({ met }) => met === false) ? 1 : 0);

async function controlFigure() {
  console.error("The same with synchronous_commit=off and a slow WAL writer");
  const { lost, examples } = await negativeControl();
  console.error(`Negative control: ${lost > 0 ? "caught" : "NOT CAUGHT"} (${examples[0] ?? "nothing"})`);
  return figure("negative control: losses seen (caught)", lost, "times", null, { atLeast: 1 });
}

function negativeControl() {
  const args = [String(seed)];
  const child = fork(join(import.meta.dirname, "control.ts"), args, { execArgv: ["--import", "tsx"] });
  const forward = () => void child.kill("SIGTERM");
  process.once("exit", forward);
  return new Promise<{ lost: number; examples: string[] }>((done, fail) => {
    child.once("message", done);
    child.once("exit", (code) => fail(new Error(`The negative control ended with ${code}.`)));
  });
}

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
    seconds: { type: "string", default: "120" },
    votes: { type: "string", default: "200000" },
    seed: { type: "string" },
    json: { type: "boolean" },
  },
});
const seed = Number(values.seed ?? randomInt(2 ** 31));
const options: StormOptions = {
  seed,
  seconds: Number(values.seconds),
  votes: Number(values.votes),
  members: 600,
  phones: 100,
  blows: { app: 6, database: 4, close: 2 },
};

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void endStorm().finally(() => process.exit(1)));

buildWhenChanged();
console.error(`Seed ${seed}: ${options.seconds} s and ${options.votes} votes, ${JSON.stringify(options.blows)}`);
const outcome = await runStorm(options);
for (const example of outcome.findings.examples) console.error(example);
if (outcome.ledger.counts.unexpected > 0) console.error(outcome.log);
console.error("The same with synchronous_commit=off and a slow WAL writer");
const control = await negativeControl();
const figures = [
  ...figuresOf(outcome, options),
  figure("negative control: losses seen (caught)", control.lost, "times", null, { atLeast: 1 }),
];
console.log(table(figures));
console.log(`Negative control: ${control.lost > 0 ? "caught" : "NOT CAUGHT"} (${control.examples[0] ?? "nothing"})`);
if (values.json) console.log(JSON.stringify(figures));
process.exit(figures.some(({ met }) => met === false) ? 1 : 0);

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

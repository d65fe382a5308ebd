import { parseArgs } from "node:util";
import { endChildren } from "./children";
import { table } from "./figures";
import { boards } from "./rows/boards";
import { freezing } from "./rows/freezing";
import { joins } from "./rows/joins";
import { restarts } from "./rows/restarts";
import { seen } from "./rows/seen";
import { soak } from "./rows/soak";
import { sockets } from "./rows/sockets";
import { acks, listened, votes } from "./rows/votes";
import { type Row, setStage } from "./stage";

const rows: Record<string, Row> = { votes, acks, listened, seen, boards, freezing, joins, sockets, restarts };

// needs no hall and no server, but a million entries
if (process.argv.includes("library")) {
  await import("./library/run");
  process.exit();
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean" },
    /** Ends with 1 when a target is missed. */
    strict: { type: "boolean" },
    /** Minutes of a soak; nothing else runs then, unless it is named. */
    soak: { type: "string" },
  },
});
const strange = positionals.filter((name) => !(name in rows));
if (strange.length > 0) {
  console.error(`There is no ${strange.join(", ")}; there is ${Object.keys(rows).join(", ")}.`);
  process.exit(2);
}
const named = positionals.length > 0 || values.soak ? positionals : Object.keys(rows);
const chosen = named.map((name) => [name, rows[name] as Row] as const);
if (values.soak) chosen.push(["soak", soak(Number(values.soak))]);

process.once("exit", endChildren);
const stage = await setStage();
try {
  for (const [name, run] of chosen) {
    stage.say(name);
    await run(stage);
  }
} finally {
  endChildren();
  await stage.database.stop();
}
console.log(table(stage.figures));
if (values.json) console.log(JSON.stringify(stage.figures));
process.exit(values.strict && stage.figures.some(({ met }) => met === false) ? 1 : 0);

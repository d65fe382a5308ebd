import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { buildWhenChanged } from "@/bin/build";
import { ensureChromium } from "@/bin/chromium";
import { anyFreePort } from "@/bin/port";
import { type Figure, figure, median, table } from "@/tests/bench/figures";
import { startTestDatabase } from "@/tests/support/database";
import { startServer } from "@/tests/support/server";
import { aSession } from "@/tests/support/session";
import { moveTheDayTo, openPhase, seededDay } from "../screenshots/the-day";
import { complaints, judge, type Verdict } from "./judge";
import { aLongPostmortem } from "./long-postmortem";

const aims = { performance: 95, accessibility: 100, "best-practices": 100 };

/** Lighthouse's own phone on the made-up day, as a participant in the middle of the vote: the median of some runs. */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    /** Screens by name, with commas. */
    only: { type: "string" },
    json: { type: "boolean" },
    strict: { type: "boolean" },
  },
});

process.env.TWOFEET_DIST ??= ".next-test";
const database = await startTestDatabase();
buildWhenChanged();
const server = await startServer();
const port = await anyFreePort();
const args = ["--no-sandbox", `--remote-debugging-port=${port}`, "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath: ensureChromium(), args });
const figures: Figure[] = [];
try {
  const { screens, cookie } = await theDay();
  const wanted = Object.entries(screens).filter(([name]) => !values.only || values.only.split(",").includes(name));
  const floor = await judged("floor", "/sign-in", cookie);
  for (const [name, path] of wanted) figures.push(...figuresOf(name, await judged(name, path, cookie), floor));
} finally {
  await browser.close();
  await server.stop();
  await database.stop();
}
console.log(table(figures));
if (values.json) console.log(JSON.stringify(figures));
process.exit(values.strict && figures.some(({ met }) => met === false) ? 1 : 0);

async function theDay() {
  const day = await seededDay();
  await moveTheDayTo(day, 14);
  await openPhase(day, "voting");
  const { name, value } = await aSession(day.attendee.userId);
  const [now, programme] = [`/e/${day.slug}`, `/e/${day.slug}/programme`];
  const screens = {
    board: `${now}/board`,
    programme,
    topics: `${now}/topics`,
    now,
    "post-mortem": await aLongPostmortem(),
  };
  return { screens, cookie: `${name}=${value}` };
}

async function judged(name: string, path: string, cookie: string) {
  const url = server.url + path;
  // a server's first answer of a kind is nobody's everyday
  await (await fetch(url, { headers: { cookie } })).text();
  const verdicts: Verdict[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    const verdict = await judge(url, cookie, port);
    verdicts.push(verdict);
    const { benchmarkIndex } = verdict.report.environment;
    console.error(`${name}: ${Object.values(verdict.scores).join(" / ")} (machine: ${benchmarkIndex})`);
    if (run === 0) for (const line of complaints(verdict)) console.error(`  ${line}`);
  }
  return verdicts;
}

/** Beside each score stands that of a page with nothing on it but a form: what the framework itself costs. */
function figuresOf(name: string, verdicts: Verdict[], floor: Verdict[]) {
  const medianOf = (some: Verdict[], category: string) => median(some.map(({ scores }) => scores[category] ?? 0));
  const ms = (audit: string) =>
    Math.round(median(verdicts.map(({ report }) => report.audits[audit]?.numericValue ?? 0)));
  const note = `contents after ${ms("largest-contentful-paint")} ms, blocked for ${ms("total-blocking-time")} ms`;
  return Object.entries(aims).map(([category, atLeast]) => {
    const aim = { atLeast, ...(category === "performance" && { note }) };
    return figure(`${name}, ${category}`, medianOf(verdicts, category), "of 100", medianOf(floor, category), aim);
  });
}

import { setTimeout as pause } from "node:timers/promises";
import { viewFor } from "@/lib/live/hub/board";
import { type App, type Script, superviseApp } from "./app";
import { Auditor, look } from "./audit";
import { contentOf } from "./content";
import { type MortalDatabase, openMortalDatabase } from "./database";
import { Findings } from "./findings";
import { aGreedyHall, rules } from "./hall";
import { Ledger } from "./ledger";
import { Nemesis } from "./nemesis";
import { openPhones } from "./open-phones";
import { type Blows, planOf } from "./plan";
import { randomFrom } from "./random";
import { checkVerdicts } from "./verdicts";
import { keepVoting } from "./voter";

export type StormOptions = {
  seed: number;
  seconds: number;
  /** It goes on until so many votes are acknowledged, up to five times as long. */
  votes: number;
  members: number;
  phones: number;
  blows: Blows;
  script?: Script;
  /** Of the server, behind a proxy when there are several; each death is of one of them. */
  processes?: number;
  /** Of PostgreSQL. */
  settings?: Record<string, string>;
};

const auditEveryMs = 400;
const equalWithinMs = 30_000;

const endings: (() => unknown)[] = [];

/** Ends everything that was started, the last first. */
export async function endStorm() {
  for (const end of endings.splice(0).reverse()) await end();
}

/** A hall votes while its server and its database are killed; answers what was seen. */
export async function runStorm(options: StormOptions) {
  try {
    const database = await openMortalDatabase(options.settings);
    endings.push(database.stop);
    const random = randomFrom(options.seed);
    const hall = await aGreedyHall(database.ownerUrl, options.members, random);
    const app = await superviseApp(database.folder, options.script ?? "server.ts", options.processes);
    endings.push(app.stop);
    const phones = await openPhones(`http://localhost:${app.port}`, hall.slug, options.phones);
    endings.push(phones.stop);
    const plan = planOf(random, options.seconds, options.blows);
    return await blow({ options, database, app, hall, phones, plan });
  } finally {
    await endStorm();
  }
}

type Scene = {
  options: StormOptions;
  database: MortalDatabase;
  app: App;
  hall: Awaited<ReturnType<typeof aGreedyHall>>;
  phones: Awaited<ReturnType<typeof openPhones>>;
  plan: ReturnType<typeof planOf>;
};

async function blow(scene: Scene) {
  const { options, database, app, hall, plan } = scene;
  const [ledger, findings] = [new Ledger(), new Findings()];
  const auditor = new Auditor(ledger, findings);
  const nemesis = new Nemesis({ app, database }, hall.host);
  let over = false;
  const isOver = () => over;
  const poll = { port: app.port, path: `/live/e/${hall.slug}/dots`, rules, ledger, isOver };
  const voting = Promise.all(hall.voters.map((voter) => keepVoting(voter, poll)));
  const auditing = keepAuditing(auditor, scene, isOver);
  const began = performance.now();
  await nemesis.carryOut(plan);
  await enough(options, ledger, began);
  await nemesis.close();
  await pause(1_000);
  over = true;
  const votedFor = (performance.now() - began) / 1000;
  await Promise.all([voting, auditing]);
  checkVerdicts(ledger, nemesis.closings, findings);
  const end = await checkTheEnd(scene, auditor, findings);
  return { ledger, findings, strikes: nemesis.strikes, looks: auditor.looks, votedFor, log: app.log(), ...end };
}

async function enough({ seconds, votes }: StormOptions, { acknowledgedAt }: Ledger, began: number) {
  const passed = () => (performance.now() - began) / 1000;
  const isEnough = () => passed() >= seconds && acknowledgedAt.length >= votes;
  while (!isEnough() && passed() < seconds * 5) await pause(200);
}

export type Outcome = Awaited<ReturnType<typeof runStorm>>;

async function keepAuditing(auditor: Auditor, { database, hall }: Scene, isOver: () => boolean) {
  while (!isOver()) {
    const sight = await look(database.ownerUrl, hall.eventId).catch(() => null);
    if (sight) auditor.check(sight);
    await pause(sight ? auditEveryMs : 50);
  }
}

/** When nobody votes any more: the database holds what was told, and every phone shows it. */
async function checkTheEnd({ database, hall, phones, options }: Scene, auditor: Auditor, findings: Findings) {
  const began = performance.now();
  const sight = await look(database.ownerUrl, hall.eventId);
  auditor.check(sight);
  const wanted = contentOf(viewFor("hall", sight.board, new Date()));
  let report = await phones.report();
  while (report.boards[wanted] !== options.phones && performance.now() - began < equalWithinMs) {
    await pause(250);
    report = await phones.report();
  }
  for (const [seq, meaning] of report.meanings) {
    auditor.checkMeaning(seq, meaning);
    auditor.checkHeard(seq);
  }
  for (const conflict of report.conflicts) findings.add("seq with other content", conflict);
  if (report.wentBack > 0) findings.add("seq went back", `${report.wentBack} times on a phone`);
  const unequal = options.phones - (report.boards[wanted] ?? 0);
  if (unequal > 0)
    console.error(`The database is at ${sight.board.seq}, the phones ${JSON.stringify(report.standing)}`);
  return {
    unequal,
    live: report.live,
    equalAfter: (performance.now() - began) / 1000,
    boards: report.meanings.length,
  };
}

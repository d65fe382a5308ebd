import { setTimeout as pause } from "node:timers/promises";
import type { Ledger, Vote } from "./ledger";
import { Line } from "./line";
import { pick, type Random } from "./random";

export type Voter = { memberId: string; cookie: string; topics: string[]; random: Random };
export type Rules = { perMember: number; perTopic: number };
export type Poll = { port: number; path: string; rules: Rules; ledger: Ledger; isOver: () => boolean };

const thinkMs = 120;
const atOnce = 0.03;
const afterwards = 0.05;
const mostTries = 80;
/** Answers that should not be, by name. */
const mostTold = 20;

/** Votes up and down, within and beyond the budget, one wish at a time; some are sent twice, at once or afterwards. */
export async function keepVoting(voter: Voter, poll: Poll) {
  const { random, cookie } = voter;
  const line = new Line(poll.port, poll.path, cookie);
  const held = new Map<string, number>();
  await pause(random() * 1_000);
  while (!poll.isOver()) {
    await pause(random() * thinkMs);
    const vote = wish(voter, poll, held);
    const answers = await sent(vote, line, poll, cookie, random);
    const accepted = answers.includes(true);
    if (!accepted && !answers.includes(false)) break;
    poll.ledger.settle(vote, accepted);
    vote.contradicted = accepted && answers.includes(false);
    if (accepted) held.set(vote.topicId, vote.dots);
    if (accepted && random() < afterwards) await again(vote, line, poll, random);
  }
  line.close();
}

function wish({ memberId, topics, random }: Voter, { rules, ledger }: Poll, held: Map<string, number>) {
  const topicId = pick(random, topics);
  const had = held.get(topicId) ?? 0;
  const others = Array.from({ length: rules.perTopic + 2 }, (_, dots) => dots).filter((dots) => dots !== had);
  const dots = pick(random, others);
  const spent = [...held.values()].reduce((sum, value) => sum + value, 0);
  const affordable = dots < had || (dots <= rules.perTopic && spent - had + dots <= rules.perMember);
  return ledger.open({ memberId, topicId, dots, had, affordable });
}

async function sent(vote: Vote, line: Line, poll: Poll, cookie: string, random: Random) {
  if (random() >= atOnce) return [await answered(vote, line, poll, random)];
  poll.ledger.counts.duplicated += 1;
  const second = new Line(poll.port, poll.path, cookie);
  const answers = await Promise.all([line, second].map((each) => answered(vote, each, poll, random)));
  second.close();
  return answers;
}

async function again(vote: Vote, line: Line, poll: Poll, random: Random) {
  poll.ledger.counts.duplicated += 1;
  if ((await answered(vote, line, poll, random)) === false) vote.contradicted = true;
}

/** Sends the same absolute value until it is answered with yes or no; null when it never was. */
async function answered({ topicId, dots }: Vote, line: Line, { ledger: { counts } }: Poll, random: Random) {
  const body = JSON.stringify({ topicId, dots });
  for (let tries = 0; tries < mostTries; tries++) {
    counts.sent += 1;
    const status = await line.put(body);
    if (status === 200) return true;
    if (status === 409) return false;
    counts.retried += 1;
    if (status === 429 || status === 503) counts.turnedAway += 1;
    else if (status !== 0 && counts.unexpected++ < mostTold) console.error(`A vote was answered ${status}.`);
    // the line would be closed by the server meanwhile
    line.close();
    await pause(status === 429 ? 1_000 : 100 + random() * 400);
  }
  return null;
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Pusher from "pusher";
import { afterEach, describe, expect, test } from "vitest";
import { anyFreePort } from "@/bin/port";
import { isRunning } from "@/bin/process";
import { replaceServers } from "@/bin/replace";
import { serviceOf } from "@/bin/serving";
import { perform } from "@/lib/db/perform";
import { env } from "@/lib/env";
import { openPhase } from "@/lib/event/commands";
import { channelOf } from "@/lib/live/channel";
import type { Ballot } from "@/lib/live/feed";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { contentOf } from "@/tests/chaos/content";
import { openPhones } from "@/tests/chaos/open-phones";
import { anEvent } from "@/tests/support/an-event";
import { aPhone, boardAt } from "@/tests/support/live-server";
import { hasNginx, openNginx } from "@/tests/support/nginx";
import { soon } from "@/tests/support/soon";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

describe.skipIf(!hasNginx())("a deploy behind nginx", () => {
  test("hundreds of phones and voters notice nothing that stays: none refused, none reloaded, no vote lost", async () => {
    const { ports, folder, deploy, nginx } = await aService();
    const [old] = (await deploy()).processes;
    const event = await anEvent({ tallies: "shown", dotsPerMember: 9 });
    const topics = await Promise.all(["Alpha", "Beta"].map((title) => perform(pitchTopic, event.host, { title })));
    await perform(openPhase, event.host, { phase: "voting", minutes: null });
    const phones = await openPhones(nginx.origin, event.slug, count);
    ends.push(phones.stop);
    await soon(async () => expect((await phones.report()).live).toBe(count));
    const voters = await Promise.all(Array.from({ length: 20 }, () => event.as("participant")));
    let over = false;
    const dots = `e/${event.slug}/dots`;
    const voting = voters.map(({ userId }) => keepVoting(nginx, userId, dots, topics, () => over));
    await pause(500);

    const began = Date.now();
    const [fresh] = (await deploy()).processes;
    const drained = Date.now();
    expect([old?.port, fresh?.port]).toEqual(ports);
    expect(isRunning(old?.pid ?? 0, script)).toBe(false);
    expect(serviceOf(folder).processes).toEqual([fresh]);
    over = true;
    const acknowledged = await Promise.all(voting);
    const reader = await aPhone(nginx, null);
    await soon(async () => {
      // the board is a tick behind the votes
      const truth = await boardAt(reader, event.slug);
      const { boards, live } = await phones.report();
      expect([live, boards]).toEqual([count, { [contentOf(truth)]: count }]);
    });
    const equalAfter = Date.now() - drained;
    expect(equalAfter).toBeLessThan(10_000);
    expect(await socketsAt(fresh?.port ?? 0, event.id)).toBe(count);

    for (const [n, { userId }] of voters.entries()) {
      const ballot: Ballot = await (await (await aPhone(nginx, userId)).call(`e/${event.slug}/me`)).json();
      expect(ballot.dots).toEqual(acknowledged[n]);
    }
    const { conflicts, wentBack } = await phones.report();
    expect({ conflicts, wentBack }).toEqual({ conflicts: [], wentBack: 0 });
    const requests = nginx.requests();
    expect(requests.filter(({ status }) => status >= 400)).toEqual([]);
    const asked = requests.filter(({ path, at }) => path === "/live/auth" && at > began).map(({ at }) => at);
    const peak = busiest(asked, 100);
    expect(asked.length).toBe(count);
    // all at once would be all of them; a busy machine bunches what was sent apart
    expect(peak).toBeLessThan(count * (2 / 3));
    console.log(
      `${count} phones: drained in ${drained - began} ms, equal ${equalAfter} ms later; ` +
        `at most ${peak} authorizations in 100 ms, over ${Math.round(Math.max(...asked) - Math.min(...asked))} ms`,
    );
  }, 120_000);

  test("a new server that does not come up leaves the old one in service", async () => {
    const { folder, deploy, nginx } = await aService();
    const before = await deploy();
    await expect(deploy("tests/support/no-such-process.ts")).rejects.toThrow("No answer");
    expect(serviceOf(folder)).toEqual(before);
    expect((await fetch(`${nginx.origin}/live/socket`)).status).toBe(200);
  }, 120_000);
});

const count = 300;
const script = "tests/support/hall-process.ts";

/** Two ports behind nginx, and a way to put the next server on the free one. */
async function aService() {
  const folder = mkdtempSync(join(tmpdir(), "twofeet-deploy-"));
  const ports = [await anyFreePort(), await anyFreePort()];
  const nginx = await openNginx(ports);
  ends.push(
    () => rmSync(folder, { recursive: true, force: true }),
    nginx.close,
    () => serviceOf(folder).processes.forEach(({ pid }) => void process.kill(pid, "SIGKILL")),
  );
  const deploy = (what = script) =>
    replaceServers({ folder, ports, script: what, dist: ".next", settleMs: 2_500, say: () => {} });
  return { folder, ports, nginx, deploy };
}

async function keepVoting(
  at: Parameters<typeof aPhone>[0],
  userId: string,
  dots: string,
  topics: string[],
  isOver: () => boolean,
) {
  const phone = await aPhone(at, userId);
  const ballot: Record<string, number> = {};
  while (!isOver()) {
    const topicId = topics[Math.floor(Math.random() * topics.length)] ?? "";
    const given = 1 + Math.floor(Math.random() * 3);
    const { status } = await phone.call(dots, "PUT", { topicId, dots: given });
    if (status === 200) ballot[topicId] = given;
    await pause(60 + Math.random() * 120);
  }
  return ballot;
}

/** How many fall into the busiest stretch of so many milliseconds. */
function busiest(times: number[], span: number) {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + span).length));
}

async function socketsAt(port: number, eventId: string) {
  const { PUSHER_APP_ID, PUSHER_KEY, PUSHER_SECRET } = env();
  const at = { host: "127.0.0.1", port: String(port), useTLS: false };
  const api = new Pusher({ appId: PUSHER_APP_ID, key: PUSHER_KEY, secret: PUSHER_SECRET, ...at });
  const answer = await api.get({
    path: `/channels/${channelOf(eventId, "hall")}`,
    params: { info: "subscription_count" },
  });
  return ((await answer.json()) as { subscription_count?: number }).subscription_count ?? 0;
}

import { afterEach, expect, test, vi } from "vitest";
import { Appointment } from "@/components/live/appointment";
import { offsetOf } from "@/components/live/clock";
import { noTrouble, pauseMs, retryAfterMs } from "@/components/live/pace";
import { call, giveUpCallsBefore, listenToCalls, retryAfter } from "@/components/live/request";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const trouble = (failures: number, more = {}) => ({ ...noTrouble, failures, ...more });
const hall = (of: typeof noTrouble) => Array.from({ length: 2_000 }, (_, phone) => pauseMs(of, () => phone / 2_000));

test("phones of one hall never ask at the same moment, whatever happened to all of them", () => {
  for (const of of [noTrouble, trouble(3), trouble(3, { isSilent: true }), trouble(1, { waitMs: 2_000 })]) {
    const pauses = hall(of);
    expect(Math.max(...pauses) - Math.min(...pauses)).toBeGreaterThan(700);
    const inTheSameTenth = Map.groupBy(pauses, (ms) => Math.floor(ms / 100)).values();
    expect(Math.max(...[...inTheSameTenth].map((phones) => phones.length))).toBeLessThan(300);
  }
});

test("a server that fails is asked more rarely, and still within ten seconds after a restart", () => {
  const most = [0, 1, 2, 30].map((failures) => Math.max(...hall(trouble(failures))));
  expect(most.every((ms) => ms <= 10_400)).toBe(true);
  expect(most[1]).toBeGreaterThan(most[0] ?? 0);
  expect(Math.min(...hall(trouble(200)))).toBeGreaterThanOrEqual(21_000);
});

test("a phone without network is back within two seconds of it, for the first minutes", () => {
  expect(Math.max(...hall(trouble(40, { isSilent: true })))).toBeLessThan(2_000);
  expect(Math.min(...hall(trouble(200, { isSilent: true })))).toBeGreaterThanOrEqual(21_000);
});

test("nobody comes back before Retry-After, in seconds or as a date by the server's clock", () => {
  const now = Date.parse("2027-03-04T14:00:00Z");
  expect(retryAfterMs("7", now)).toBe(7_000);
  expect(retryAfterMs("Thu, 04 Mar 2027 14:00:20 GMT", now)).toBe(20_000);
  expect(retryAfterMs("Thu, 04 Mar 2027 13:00:00 GMT", now)).toBe(0);
  expect(retryAfterMs("soon", now)).toBe(0);
  expect(retryAfterMs(null, now)).toBe(0);
  expect(retryAfterMs("999999", now)).toBe(600_000);
  expect(Math.min(...hall(trouble(1, { waitMs: 20_000 })))).toBeGreaterThanOrEqual(20_000);
});

test("a date in Retry-After is read by the clock of the answer, not of a phone that is a day off", async () => {
  vi.useFakeTimers({ now: Date.parse("2027-03-05T14:00:00Z") });
  const headers = { date: "Thu, 04 Mar 2027 14:00:00 GMT", "retry-after": "Thu, 04 Mar 2027 14:00:09 GMT" };
  answering(new Response("{}", { status: 503, headers }));
  expect(retryAfter(await call("e/x/board"))).toBe(9_000);
});

test("an appointment is kept once, at the earliest moment, but not before the one that was ruled out", () => {
  vi.useFakeTimers();
  const kept: number[] = [];
  const began = Date.now();
  const appointment = new Appointment(() => kept.push(Date.now() - began));
  appointment.within(900);
  appointment.within(300);
  appointment.within(600);
  vi.advanceTimersByTime(2_000);
  expect(kept).toEqual([300]);
  appointment.within(100);
  appointment.notWithin(5_000);
  appointment.within(50);
  vi.advanceTimersByTime(4_999);
  expect(kept).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(kept).toEqual([300, 7_000]);
  appointment.within(10);
  appointment.cancel();
  vi.advanceTimersByTime(10_000);
  expect(kept).toHaveLength(2);
});

const at = Date.parse("2027-03-04T14:00:00Z");
const day = 24 * 60 * 60_000;

test.each([-day, 0, day])(
  "the server's clock drives a phone whose own is %d ms off, scripts that came late or not",
  (off) => {
    const opened = { renderedAt: at, now: at + 4_000 + off, sinceAnswered: 4_000, remembered: null };
    expect(opened.now + offsetOf(opened)).toBe(at + 4_000);
    const known = { ...opened, remembered: -off + 30 };
    expect(known.now + offsetOf(known)).toBe(at + 4_000);
  },
);

test("a page out of a phone's memory shows the time that it is, not the time that it was", () => {
  const kept = { renderedAt: at - 3 * 60 * 60_000, now: at + day, sinceAnswered: 50, remembered: -day };
  expect(kept.now + offsetOf(kept)).toBe(at);
});

function answering(...answers: (Response | Error)[]) {
  const fetch = vi.fn(async (_url: string, _how?: RequestInit) => {
    const answer = answers.shift();
    if (!(answer instanceof Response)) throw answer ?? new Error("nothing more");
    return answer;
  });
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

const json = { "content-type": "application/json" };

test("what a captive portal says is no network: its page, its redirect, half an answer, a login that it wants", async () => {
  const page = () => new Response("<h1>Welcome to the hotel</h1>", { headers: { "content-type": "text/html" } });
  const looksLikeData = new Response("1", { headers: { "content-type": "text/html" } });
  const portal = [
    page(),
    looksLikeData,
    new Response('{"seq":', { headers: json }),
    new Response(null, { status: 304 }),
  ];
  const login = new Response("{}", { status: 511, headers: json });
  const fetch = answering(...portal, login, new Response("no such page", { status: 404 }), new TypeError("redirected"));
  const silent = vi.fn();
  const stop = listenToCalls({ slow: vi.fn(), silent });
  for (let times = 0; times < 7; times++) expect(await call("e/x/board")).toBeNull();
  stop();
  expect(silent).toHaveBeenCalledTimes(7);
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ redirect: "error", cache: "no-store" });
});

test("a no of ours is heard, and so is a server that is away behind its proxy", async () => {
  const unchanged = new Response(null, { status: 304, headers: { "x-now": "1" } });
  const no = new Response('{"reason":"not-found"}', { status: 404, headers: json });
  answering(new Response('{"seq":3}', { headers: json }), unchanged, no, new Response("bad gateway", { status: 502 }));
  expect(await (await call("x"))?.json()).toEqual({ seq: 3 });
  expect((await call("x"))?.status).toBe(304);
  expect(await (await call("x"))?.json()).toEqual({ reason: "not-found" });
  expect((await call("x"))?.status).toBe(502);
});

/** A network that takes everything and answers nothing, until one gives up. */
function hanging() {
  const never = (_: string, { signal }: RequestInit) =>
    new Promise((_, fail) => signal?.addEventListener("abort", () => fail(signal.reason)));
  vi.stubGlobal("fetch", never);
}

test("a call that hangs is doubted after four seconds and given up after the time it was given", async () => {
  vi.useFakeTimers();
  hanging();
  const [slow, silent] = [vi.fn(), vi.fn()];
  const stop = listenToCalls({ slow, silent });
  const answer = call("x", "GET", undefined, 6_000);
  await vi.advanceTimersByTimeAsync(4_100);
  expect([slow.mock.calls.length, silent.mock.calls.length]).toEqual([1, 0]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await answer).toBeNull();
  expect(silent).toHaveBeenCalledOnce();
  stop();
});

test("when the network is back, what was sent before is given up, and what was sent since is not", async () => {
  vi.useFakeTimers();
  hanging();
  const old = call("old");
  await vi.advanceTimersByTimeAsync(3_000);
  const back = Date.now();
  const fresh = vi.fn();
  void call("new").then(fresh);
  giveUpCallsBefore(back);
  expect(await old).toBeNull();
  await vi.advanceTimersByTimeAsync(10);
  expect(fresh).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(fresh).toHaveBeenCalledOnce();
});

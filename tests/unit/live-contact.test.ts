import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Contact } from "@/components/live/contact";
import { call } from "@/components/live/request";
import type { LiveState } from "@/components/live/state";
import type { Store } from "@/components/live/store";

type Heard = { subscribed: (spreadMs: number) => void; lost: () => void };
const wire = vi.hoisted(() => ({
  heard: null as Heard | null,
  prove: vi.fn(),
  hurry: vi.fn(),
  close: vi.fn(),
}));
vi.mock("@/components/live/socket", () => ({
  openSocket: async (_: unknown, heard: Heard) => Object.assign(wire, { heard }),
}));

const began = Date.parse("2027-03-04T14:00:00Z");
const json = { "content-type": "application/json", "x-now": String(began) };
const board = () => new Response('{"seq":7}', { headers: json });
const no =
  (status: number, headers = {}) =>
  () =>
    new Response("{}", { status, headers: { ...json, ...headers } });
const silence = (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));

/** A browser with nothing in it but what the ladder touches. */
function aBrowser() {
  const page = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"] as const)
    vi.stubGlobal(name, page[name].bind(page));
  vi.stubGlobal("document", document);
  vi.stubGlobal("localStorage", { setItem: vi.fn(), getItem: () => null });
  return { page, document };
}

let answer: (url: string, how: RequestInit) => Response | Promise<Response> = board;
let asked: number[] = [];
let browser: ReturnType<typeof aBrowser>;
let contact: Contact;

beforeEach(() => {
  vi.useFakeTimers({ now: began });
  browser = aBrowser();
  answer = board;
  asked = [];
  vi.stubGlobal("fetch", async (url: string, how: RequestInit) => {
    asked.push(Date.now() - began);
    return answer(url, how);
  });
});
afterEach(() => {
  contact.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function aStore() {
  const store = {
    state: { connection: "polling", ballot: { member: null } } as unknown as LiveState,
    place: { slug: "day" },
    boardPath: () => "e/day/board",
    outbox: { send: vi.fn(async () => {}), learnMe: vi.fn(async () => true) },
    show: vi.fn(),
    set: (change: Partial<LiveState>) => Object.assign(store.state, change),
  };
  contact = new Contact(store as unknown as Store);
  return store;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const wake = () => browser.page.dispatchEvent(new globalThis.Event("focus"));

/** A phone whose socket stands. */
async function aLivePhone() {
  const store = aStore();
  contact.open();
  await pass(10);
  wire.heard?.subscribed(0);
  await pass(12_000);
  asked = [];
  vi.clearAllMocks();
  return store;
}

test("without a socket it polls, with a jitter; with one it asks once and rests", async () => {
  const store = aStore();
  contact.open();
  await pass(60_000);
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.length).toBeLessThan(24);
  expect(store.state.connection).toBe("polling");
  wire.heard?.subscribed(0);
  await pass(10_000);
  expect(store.state.connection).toBe("live");
  asked = [];
  await pass(60_000);
  expect(asked).toEqual([]);
});

test("whoever wakes asks at once, doubts the socket, and sends what waits", async () => {
  const store = await aLivePhone();
  wake();
  await pass(400);
  expect(asked).toHaveLength(1);
  expect(wire.prove).toHaveBeenCalled();
  expect(store.outbox.send).toHaveBeenCalled();
  await pass(60_000);
  expect(asked.length).toBeLessThanOrEqual(6);
});

test("sleep that no browser tells of is noticed by the beat", async () => {
  await aLivePhone();
  vi.setSystemTime(Date.now() + 60 * 60_000);
  await pass(6_000);
  expect(asked.length).toBeGreaterThanOrEqual(1);
});

test("nobody looks: it does not poll, and does again when somebody does", async () => {
  await aLivePhone();
  browser.document.visibilityState = "hidden";
  wire.heard?.lost();
  await pass(60_000);
  expect(asked.length).toBeLessThanOrEqual(1);
  browser.document.visibilityState = "visible";
  browser.document.dispatchEvent(new globalThis.Event("visibilitychange"));
  await pass(400);
  expect(asked.length).toBeLessThanOrEqual(2);
  await pass(20_000);
  expect(asked.length).toBeGreaterThan(3);
});

test("a silent network is asked again every second or two, and its end ends the waiting at once", async () => {
  const store = await aLivePhone();
  answer = silence;
  wire.heard?.lost();
  await pass(60_000);
  expect(store.state.connection).toBe("offline");
  expect(asked.length).toBeGreaterThan(30);
  const back = vi.fn();
  browser.page.addEventListener("twofeet:back", back);
  answer = board;
  await pass(1_800);
  expect(store.state.connection).toBe("polling");
  expect(back).toHaveBeenCalledOnce();
  expect(store.outbox.send).toHaveBeenCalled();
  expect(wire.hurry).toHaveBeenCalledOnce();
  answer = silence;
  await pass(6_000);
  answer = board;
  await pass(1_800);
  expect(wire.hurry).toHaveBeenCalledTimes(2);
});

test("behind a network that takes everything and answers nothing, at most four asks hang at once", async () => {
  await aLivePhone();
  let hanging = 0;
  let most = 0;
  answer = (_, { signal }) =>
    new Promise((_, fail) => {
      hanging += 1;
      most = Math.max(most, hanging);
      signal?.addEventListener("abort", () => {
        hanging -= 1;
        fail(signal.reason);
      });
    });
  wire.heard?.lost();
  await pass(60_000);
  expect(most).toBe(4);
  answer = board;
  // all four may hang; the first gives up and the next ask is a pause away, before the last would give up by itself
  await pass(4_000);
  expect(hanging).toBe(0);
});

test("whoever wants to know now is not told that four asks hang already: theirs goes out", async () => {
  await aLivePhone();
  let hanging = 0;
  answer = (_, { signal }) => {
    hanging += 1;
    return new Promise((_, fail) =>
      signal?.addEventListener("abort", () => {
        hanging -= 1;
        fail(signal.reason);
      }),
    );
  };
  wire.heard?.lost();
  for (let times = 0; times < 600 && hanging < 4; times++) await pass(100);
  expect(hanging).toBe(4);
  void contact.tryNow();
  expect(hanging).toBe(5);
});

test("a call that hangs makes it doubt the socket, and when both are silent it says so within ten seconds", async () => {
  const store = await aLivePhone();
  answer = (_, { signal }) => new Promise((_, fail) => signal?.addEventListener("abort", () => fail(signal.reason)));
  void call("e/day/dots", "PUT", {});
  await pass(4_100);
  expect(wire.prove).toHaveBeenCalled();
  await pass(5_900);
  wire.heard?.lost();
  expect(store.state.connection).toBe("offline");
});

test("a socket that stays away while the server answers is hurried within five seconds, then ever more rarely", async () => {
  await aLivePhone();
  wire.hurry.mockClear();
  wire.heard?.lost();
  await pass(2_400);
  expect(wire.hurry).not.toHaveBeenCalled();
  await pass(2_700);
  expect(wire.hurry).toHaveBeenCalledOnce();
  await pass(55_000);
  expect(wire.hurry.mock.calls.length).toBeGreaterThan(2);
  expect(wire.hurry.mock.calls.length).toBeLessThan(6);
});

test("a server that says not now is waiting for, not offline, and nothing brings it forward", async () => {
  const store = await aLivePhone();
  answer = no(503, { "retry-after": "30" });
  wire.heard?.lost();
  await pass(10_000);
  expect(store.state.connection).toBe("waiting");
  const times = asked.length;
  wake();
  await pass(15_000);
  expect(asked).toHaveLength(times);
  answer = board;
  await pass(20_000);
  expect(store.state.connection).toBe("polling");
});

test("whoever may not look any more is told, asks no more, and lets go of what was kept", async () => {
  const store = await aLivePhone();
  const gone: string[] = [];
  browser.page.addEventListener("twofeet:gone", (heard) => gone.push((heard as CustomEvent).detail.slug));
  answer = no(404);
  wire.heard?.lost();
  await pass(60_000);
  expect(store.state.connection).toBe("refused");
  expect(gone).toEqual(["day"]);
  expect(asked).toHaveLength(1);
  expect(wire.close).toHaveBeenCalled();
  wake();
  await pass(60_000);
  expect(asked).toHaveLength(1);
});

test("the server's clock is taken from every answer, half the way there and back later", async () => {
  const store = await aLivePhone();
  vi.setSystemTime(began + 24 * 60 * 60_000);
  answer = async () => {
    await new Promise((done) => setTimeout(done, 800));
    return board();
  };
  void contact.tryNow();
  await pass(1_000);
  expect(store.state.heardAt).toBe(began + 400);
  expect(Date.now() + store.state.clockOffset).toBe(began + 600);
});

test("a new socket's board is asked for again, because another process may answer and be behind; then it rests", async () => {
  aStore();
  contact.open();
  await pass(10);
  asked = [];
  wire.heard?.subscribed(0);
  await pass(60_000);
  expect(asked.filter((at) => at < 1_000)).toHaveLength(1);
  expect(asked.filter((at) => at > 2_500 && at < 6_000)).not.toHaveLength(0);
  expect(asked.filter((at) => at > 10_000)).toHaveLength(0);
});

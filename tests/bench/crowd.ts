import { contentOf } from "@/tests/chaos/content";
import { Asking } from "./asking";
import { machineNow, wait } from "./machine-clock";
import { type Listener, Phone, type Place, type Witness } from "./phone";
import { PlainPhone } from "./plain-phone";
import { Deliveries, Seconds } from "./witnesses";

/** The phones of this process, and who listens to what they hear. */
export const phones: Listener[] = [];
export const ears: { witness: Witness } = { witness: { heard: () => {} } };
const witness: Witness = { heard: (phone, heard) => ears.witness.heard(phone, heard) };
let asking: Asking | null = null;

export type Opening = {
  /** A hall of ours, or the port of the floor. */
  at: Place | number;
  count: number;
  cookies: string[];
};

/** More phones for this process, a few at a time. Answers how many there are. */
export async function openPhones({ at, count, cookies }: Opening) {
  if (typeof at !== "number") asking ??= new Asking(at.port);
  const from = phones.length;
  const opened = Array.from({ length: count }, (_, n) => phoneFor(at, from + n, cookies));
  const queue = [...opened];
  const openSome = async () => {
    for (let phone = queue.shift(); phone; phone = queue.shift()) await phone.open();
  };
  await Promise.all(Array.from({ length: 40 }, openSome));
  phones.push(...opened);
  return phones.length;
}

function phoneFor(at: Place | number, number: number, cookies: string[]) {
  if (typeof at === "number" || !asking) return new PlainPhone(number, Number(at), witness);
  return new Phone(number, at, cookies[number % cookies.length] ?? "", asking, witness);
}

export async function closePhones() {
  for (const phone of phones.splice(0)) phone.leave();
  asking?.close();
  asking = null;
}

export async function countPhones() {
  const [open, live] = [phones.filter(({ isOpen }) => isOpen), phones.filter(({ isLive }) => isLive)];
  return { open: open.length, live: live.length, refetches: phones.reduce((sum, phone) => sum + phone.refetches, 0) };
}

let deliveries = new Deliveries();

export async function awaitDeliveries() {
  deliveries = new Deliveries();
  ears.witness = deliveries;
}

/** Gives what was published some time to arrive, then says what did not, and how long the rest took. */
export async function takeDeliveries({ published }: { published: number }) {
  const end = machineNow() + 3_000;
  while (deliveries.lostOf(published, phones) > 0 && machineNow() < end) await wait(20);
  return { times: Float64Array.from(deliveries.times), lost: deliveries.lostOf(published, phones) };
}

type Span = { from: number; seconds: number; away: { count: number; leaveAt: number; returnAt: number } };

/** Counts each phone's frames in each second. Some leave meanwhile, and come back; they are not counted. */
export async function watchSeconds({ from, seconds, away }: Span) {
  const counted = new Seconds(from, seconds);
  ears.witness = counted;
  const leaving = phones.slice(0, away.count);
  await wait(away.leaveAt - machineNow());
  for (const phone of leaving) phone.leave();
  await wait(away.returnAt - machineNow());
  await Promise.all(leaving.map((phone) => phone.open()));
  await wait(from + seconds * 1000 - machineNow());
  return { least: counted.leastOf(phones.slice(away.count)), returned: leaving.length };
}

let nextToLeave = 0;

/** The next so many leave without a word, and come back. */
export async function comeAndGo({ count }: { count: number }) {
  const some = Array.from({ length: count }, () => phones[nextToLeave++ % phones.length] as Listener);
  for (const phone of some) phone.leave();
  await Promise.all(some.map((phone) => phone.open()));
}

/** How many phones show which board. */
export async function boardsShown() {
  const shown = new Map<string, number>();
  const contents = new Map<unknown, string>();
  for (const { snapshot } of phones) {
    const content = contents.get(snapshot) ?? (snapshot ? contentOf(snapshot) : "");
    contents.set(snapshot, content);
    shown.set(content, (shown.get(content) ?? 0) + 1);
  }
  return [...shown];
}

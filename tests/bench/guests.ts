import { loadOf } from "./figures";
import { GuestBrowser } from "./guest-browser";
import { machineNow, onSchedule, wait } from "./machine-clock";

export type Guests = {
  port: number;
  guests: number;
  /** All of them come within this time, one after the other at the same distance. */
  withinMs: number;
  code: string;
  slug: string;
  topics: string[];
  /** What the page names: scripts and styles, which a phone that was never here fetches too. */
  assets: string[];
  /** `lane`: only the join and the first dot, as from a page that is open already. */
  way: "lane" | "page";
};

type Times = { whole: number[]; join: number[] };

/** Guests scan the code, see the page, and give their first dot, which joins them. Timed from when each was due. */
export async function joinAll(wanted: Guests) {
  const times: Times = { whole: [], join: [] };
  let failed = 0;
  const used = process.cpuUsage();
  const over: Promise<void>[] = [];
  await onSchedule(machineNow(), wanted.withinMs / wanted.guests, wanted.guests, (n, due) => {
    const guest = join(wanted, n, due, times).catch((error) => {
      if (failed++ === 0) console.error(error);
    });
    over.push(guest);
  });
  await Promise.race([Promise.all(over), wait(30_000)]);
  const { user, system } = process.cpuUsage(used);
  const common = { seconds: wanted.withinMs / 1000, failed: wanted.guests - times.whole.length };
  const generatorMs = (user + system) / 1000;
  return {
    whole: loadOf({ ...common, times: times.whole, generatorMs }),
    join: loadOf({ ...common, times: times.join, generatorMs }),
  };
}

async function join({ port, code, slug, topics, assets, way }: Guests, n: number, due: number, times: Times) {
  const browser = new GuestBrowser(port);
  try {
    if (way === "page") await openPage(browser, code, assets);
    const asked = way === "page" ? machineNow() : due;
    const body = way === "page" ? {} : { code };
    yes(await browser.write("POST", `/live/e/${slug}/join`, body));
    times.join.push(machineNow() - asked);
    yes(await browser.write("PUT", `/live/e/${slug}/dots`, { topicId: topics[n % topics.length], dots: 1 }));
    times.whole.push(machineNow() - due);
  } finally {
    browser.close();
  }
}

/** Where a QR code leads, and on from there as the server says. */
async function openPage(browser: GuestBrowser, code: string, assets: string[]) {
  let answer = await browser.get(`/j/${code}`);
  for (let hops = 0; hops < 5 && answer.headers.location; hops++) answer = await browser.get(answer.headers.location);
  yes(answer);
  await Promise.all(assets.map(async (path) => yes(await browser.get(path))));
}

function yes({ status }: { status: number }) {
  if (status !== 200) throw new Error(`A guest was answered ${status}.`);
}

import { buildWhenChanged } from "./build";
import { openDataFolder } from "./data-folder";
import { openDatabase } from "./database";
import { type Holder, hold, holderOf, letGo, tell } from "./holder";
import { anyFreePort, freePortFrom } from "./port";
import { until } from "./process";
import { seedWhenEmpty, welcome } from "./welcome";

const dev = process.argv.includes("--dev");
/** `--built`: serve what was built before, whatever the sources say now. */
const built = process.argv.includes("--built");
const folder = openDataFolder();
await holdOrLeave();

const ends: (() => Promise<void>)[] = [async () => letGo(folder)];
let ending: Promise<never> | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(0));

try {
  await serve();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await end(1);
}

async function serve() {
  // first of all: links and cookies are made from it
  process.env.PORT = String(await choosePort());
  const database = await openDatabase(folder);
  ends.unshift(database.stop);
  tell(folder, { databaseUrl: process.env.DATABASE_URL ?? "" });
  await seedWhenEmpty();
  if (!dev && !built) buildWhenChanged();

  const { openServer } = await import("../server");
  const server = await openServer({ port: Number(process.env.PORT), dev });
  ends.unshift(server.close);
  const url = `http://localhost:${server.port}`;
  tell(folder, { url });
  console.log(`Twofeet is at ${url}`);
  await welcome(process.env.TWOFEET_URL || url);
}

/** Ends the server, then its database, then lets the folder go. A second signal changes nothing. */
function end(code: number) {
  ending ??= (async () => {
    for (const step of ends) await step().catch((error) => console.error(error));
    process.exit(code);
  })();
  return ending;
}

async function choosePort() {
  const wanted = Number(process.env.PORT || 3000);
  if (wanted === 0) return await anyFreePort();
  const port = await freePortFrom(wanted);
  if (port !== wanted) console.log(`Port ${wanted} is taken; taking ${port} instead.`);
  return port;
}

async function holdOrLeave() {
  const got = await until(() => hold(folder, "start") || holderOf(folder)?.kind === "start", 600_000);
  const holder = holderOf(folder);
  if (got && holder?.pid === process.pid) return;
  console.log(holder ? saying(holder) : `${folder} is in use and does not become free.`);
  process.exit(holder?.kind === "start" ? 0 : 1);
}

function saying({ kind, pid, url }: Holder) {
  if (kind === "run") return `A command (process ${pid}) works on ${folder} and does not end.`;
  return `Twofeet is running already (process ${pid}), ${url ? `at ${url}` : "and about to serve"}.`;
}

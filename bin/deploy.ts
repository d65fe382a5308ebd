import { buildWhenChanged } from "./build";
import { openDataFolder } from "./data-folder";
import { upToDate } from "./database";
import { generateClient } from "./generate";
import { replaceServers } from "./replace";
import { drain, remember, serviceOf } from "./serving";

/**
 * `npm run deploy`: puts these sources into service behind a proxy, without a pause. Ports are those of TWOFEET_PORTS;
 * half of them serve at a time. `--stop` drains what serves. `--build` only migrates and builds, into TWOFEET_DIST.
 */
const folder = openDataFolder();
try {
  if (process.argv.includes("--stop")) await stop();
  else if (process.argv.includes("--build")) await prepare();
  else await deploy();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function deploy() {
  const ports = (process.env.TWOFEET_PORTS || "3001 3002").split(/[\s,]+/).map(Number);
  const dist = serviceOf(folder).dist === ".next-a" ? ".next-b" : ".next-a";
  process.env.TWOFEET_DIST = dist;
  // beside what the running servers read from
  await prepare();
  await replaceServers({ folder, ports, script: "server.ts", dist, settleMs: 3_000, say: console.log });
}

async function prepare() {
  if (!process.env.DATABASE_URL)
    throw new Error("A deploy needs DATABASE_URL: the database of `npm start` ends with its server.");
  generateClient();
  await upToDate();
  buildWhenChanged();
}

async function stop() {
  for (const each of serviceOf(folder).processes)
    console.log(`${each.port} ${(await drain(each)) ? "is drained" : "did not end and was killed"}.`);
  remember(folder, { dist: serviceOf(folder).dist, processes: [] });
}

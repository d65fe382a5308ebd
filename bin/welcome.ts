import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";

/** What the first screen needs: an event, its join code, and a link (or path) that signs in its host. */
export type FrontDoor = { slug: string; code: string; hostSignIn: string };

/** Fills a database that holds no event with the made-up day. */
export async function seedWhenEmpty() {
  if (!(await isEmpty())) return;
  const module = await optional<{ seed: () => Promise<unknown> }>("prisma/seed.ts");
  await module?.seed();
}

/** Tells how to get in, if there is an event to get into. */
export async function welcome(origin: string) {
  const module = await optional<{ frontDoor: () => Promise<FrontDoor | null> }>("lib/event/front-door.ts");
  const door = await module?.frontDoor();
  if (!door) return;
  const at = (path: string) => new URL(path, origin).href;
  console.log(`Join as a participant: ${at(`/j/${door.code}`)} (code ${door.code})`);
  console.log(`Sign in as its host:   ${at(door.hostSignIn)}`);
  console.log(`Look around:           ${at(`/e/${door.slug}`)}`);
}

async function isEmpty() {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  try {
    return (await owner.query("select 1 from event limit 1")).rowCount === 0;
  } finally {
    await owner.end();
  }
}

async function optional<T>(path: string): Promise<T | null> {
  const file = join(process.cwd(), path);
  return existsSync(file) ? await import(pathToFileURL(file).href) : null;
}

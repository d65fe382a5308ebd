import pg from "pg";
import { env } from "@/lib/env";

/** Gives role `app` the password that is derived from the secret, unless it has it already. */
export async function setAppPassword(ownerUrl: string) {
  const appUrl = env().DATABASE_APP_URL;
  if (await opens(appUrl)) return;
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    // the password is hexadecimal: nothing in it needs quoting
    await owner.query(`alter role app login password '${new URL(appUrl).password}'`);
  } finally {
    await owner.end();
  }
}

async function opens(url: string) {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

import { buildWhenChanged } from "@/bin/build";
import { startTestDatabase } from "./database";
import { startServer } from "./server";

/** What e2e tests run against: the production build, our own server, a database of their own. */
export default async function site() {
  process.env.TWOFEET_DIST ??= ".next-test";
  const database = await startTestDatabase();
  buildWhenChanged();
  const server = await startServer();
  process.env.TWOFEET_URL = server.url;
  return async () => {
    await server.stop();
    await database.stop();
  };
}

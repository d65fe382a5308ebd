import { availableParallelism } from "node:os";
import { processorOf, processorOfFamily } from "./processor";

type Payers = { server: number; database: number | null };

/** What something took of the processors meanwhile, in milliseconds, by who took it; PostgreSQL with all its processes. */
export async function costing<T>({ server, database }: Payers, run: () => Promise<T>) {
  const now = () => ({ server: processorOf(server), database: database ? processorOfFamily(database) : 0 });
  const before = now();
  const value = await run();
  const after = now();
  return { value, spent: { server: after.server - before.server, database: after.database - before.database } };
}

type Spent = { server: number; database: number; generator: number };

/** The same for one of so many, and how many a second this machine could do if nothing ever waited. */
export function costNote({ server, database, generator }: Spent, count: number, one: string) {
  const each = (ms: number) => Math.round((ms * 1000) / count);
  const limit = Math.round((availableParallelism() * 1e6) / (each(server) + each(database) + each(generator)));
  const parts = [`server ${each(server)}`, database > 0 && `PostgreSQL ${each(database)}`, `load ${each(generator)}`];
  return `µs of processor a ${one}: ${parts.filter(Boolean).join(" + ")}, so this machine ends at ${limit}/s`;
}

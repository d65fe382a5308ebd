import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/generated/prisma/client";
import { env } from "@/lib/env";

const shared = globalThis as { twofeetPrisma?: PrismaClient };

/** Between the pool and Prisma nobody listens for a moment, and a database that died just then ended the process. */
class Connection extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on("error", () => {});
  }
}

/** The one client of this module graph; a reload in development keeps it. Connects as role `app`. */
export function prisma() {
  shared.twofeetPrisma ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_APP_URL,
      max: 10,
      // Prisma writes instants without their zone and takes the connection's to be UTC
      options: "-c TimeZone=UTC",
      Client: Connection,
    }),
    // the default of 2 s lost two thirds of a burst of 2,000
    transactionOptions: { maxWait: 15_000, timeout: 15_000 },
  });
  return shared.twofeetPrisma;
}

export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

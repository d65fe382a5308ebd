import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/generated/prisma/client";
import { env } from "@/lib/env";

const shared = globalThis as { twofeetPrisma?: PrismaClient };

/** The one client of this module graph; a reload in development keeps it. Connects as role `app`. */
export function prisma() {
  shared.twofeetPrisma ??= new PrismaClient({
    // Prisma writes instants without their zone and takes the connection's to be UTC
    adapter: new PrismaPg({ connectionString: env().DATABASE_APP_URL, max: 10, options: "-c TimeZone=UTC" }),
    // the default of 2 s lost two thirds of a burst of 2,000
    transactionOptions: { maxWait: 15_000, timeout: 15_000 },
  });
  return shared.twofeetPrisma;
}

export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

import { env } from "@/lib/env";
import { openFront } from "@/lib/live/front";
import { openLive } from "@/lib/live/open";

/** One process as `server.ts` makes it, but without pages: nothing has to be built for it. */
const server = await openFront(Number(process.env.PORT), [() => openLive(env())]);
process.once("SIGTERM", () => server.close().finally(() => process.exit(0)));

// with their endings: Node runs this file itself, for Next loads a third faster without a loader of ours
import { openFront } from "../lib/live/front.ts";
import { openPages } from "./pages.ts";

/** The process that renders pages, for the one that started it and for nobody else. It ends when that one does. */
const { port, close } = await openFront(0, [() => openPages(Number(process.env.PORT), false)], "127.0.0.1");
process.send?.(port);
process.once("disconnect", () => close().finally(() => process.exit(0)));
// a terminal and a service manager tell the whole group; pages are needed until the other one is done
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});

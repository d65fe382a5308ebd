import { createRequire } from "node:module";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import { buildSync } from "esbuild";
import type { noBallot } from "@/components/live/state";
import type { Store } from "@/components/live/store";
import type { Snapshot } from "@/lib/live/feed";
import { aWindow } from "./window";

type Code = { Store: typeof Store; noBallot: typeof noBallot };

const root = join(import.meta.dirname, "../..");
const entry = `export { Store } from "@/components/live/store"; export { noBallot } from "@/components/live/state";`;

/**
 * The browser's own store as it stands in `components/live`, made afresh for each phone: what is a module's there is
 * one tab's, and a thousand phones in a process must not share it. pusher-js is the real one.
 */
export function phoneMaker(origin: string, onAsk?: (path: string) => void) {
  const { outputFiles } = buildSync({
    stdin: { contents: entry, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "cjs",
    platform: "browser",
    external: ["pusher-js", "pusher-js/*"],
    // code that is compiled as a function cannot import by itself
    supported: { "dynamic-import": false },
    write: false,
  });
  const names = Object.keys(aWindow(origin).globals);
  const run = compileFunction(outputFiles[0]?.text ?? "", ["module", "require", ...names]);
  const require = createRequire(import.meta.url);
  return (slug: string, first: Snapshot) => {
    const { globals, loaded } = aWindow(origin, onAsk);
    const made = { exports: {} as Code };
    run(made, require, ...names.map((name) => globals[name]));
    const { Store, noBallot } = made.exports;
    const store = new Store({ slug, eventId: first.event.id, wallKey: null, hall: true }, first, noBallot);
    return { store, loaded };
  };
}

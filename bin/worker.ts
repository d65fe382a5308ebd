import { buildSync } from "esbuild";

/**
 * Bundles the service worker into a file. `build` names the caches it makes: letters and digits. No list of files to
 * fetch beforehand goes in: a phone fetches what the pages it may keep really need.
 */
export function bundleWorker(outfile: string, build: string) {
  buildSync({
    entryPoints: ["worker/main.ts"],
    outfile,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    tsconfig: "tsconfig.json",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"', TWOFEET_BUILD: JSON.stringify(build) },
  });
}

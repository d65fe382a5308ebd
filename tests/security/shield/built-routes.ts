import { readFileSync } from "node:fs";
import { join } from "node:path";
import { routes as hotRoutes } from "@/lib/live/hot/router";

const built = (name: string) =>
  JSON.parse(readFileSync(join(process.env.TWOFEET_DIST ?? ".next-test", name), "utf8")) as Record<string, string>;

/** Every address pattern that the production build answers, as pages and as handlers. */
export function builtRoutes() {
  return Object.entries(built("app-path-routes-manifest.json")).map(([file, route]) => ({
    route,
    isPage: file.endsWith("/page"),
  }));
}

/** Every hot route with its methods; those of an event lie below it. */
export function liveRoutes() {
  return Object.entries(hotRoutes).flatMap(([what, byMethod]) =>
    Object.keys(byMethod).map((method) => ({ what, method })),
  );
}

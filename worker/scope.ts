/** A moment of a worker's life: the browser keeps the worker awake until what it is told to wait for is done. */
export type Moment = { waitUntil: (work: Promise<unknown>) => void };

type Scope = {
  addEventListener(name: "message", hear: (message: Moment & { data: unknown }) => void): void;
  addEventListener(name: "fetch", hear: (asked: Moment) => void): void;
  location: Location;
  navigator: Navigator;
};

/** What is around a service worker; the project's types know only windows. */
export const scope = self as unknown as Scope;

declare const TWOFEET_BUILD: string;

/** Which build this worker belongs to; every build names its caches after itself. */
export const build = TWOFEET_BUILD;

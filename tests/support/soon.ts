import { vi } from "vitest";

/** Asks again until it holds; patient, because test machines are slow when they are busy. */
export const soon = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 15_000, interval: 30 });

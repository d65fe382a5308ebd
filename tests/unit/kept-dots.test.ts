import { beforeEach, expect, test, vi } from "vitest";
import { countKeptDots, keepDots, keptDots } from "@/components/live/kept-dots";

/** As much of localStorage as is used; its keys are its properties. */
class Storage {
  getItem(key: string) {
    return (this as Record<string, unknown>)[key] ?? null;
  }
  setItem(key: string, value: string) {
    Object.assign(this, { [key]: value });
  }
  removeItem(key: string) {
    delete (this as Record<string, unknown>)[key];
  }
}

beforeEach(() => void vi.stubGlobal("localStorage", new Storage()));

test("dots wait for the member who gave them, and for nobody else", () => {
  keepDots("e", { mark: "ann", pending: { t1: 2 } });
  expect(keptDots("e", "ann")).toEqual({ t1: 2 });
  expect([keptDots("e", "bob"), keptDots("e", null), keptDots("other", "ann")]).toEqual([{}, {}, {}]);
  keepDots("e", { mark: "ann", pending: {} });
  expect([keptDots("e", "ann"), countKeptDots()]).toEqual([{}, 0]);
});

test("what a visitor gave is taken up by whoever joins with it", () => {
  keepDots("e", { mark: null, pending: { t1: 1, t2: 3 } });
  expect([keptDots("e", null), keptDots("e", "new")]).toEqual([
    { t1: 1, t2: 3 },
    { t1: 1, t2: 3 },
  ]);
  expect(countKeptDots()).toBe(2);
});

test("what is not ours to read is nothing", () => {
  for (const strange of ["", "null", "[]", "{}", '{"t1":1}', '{"mark":null,"pending":{"t1":"x"}}']) {
    localStorage.setItem("twofeet.dots.e", strange);
    expect(keptDots("e", null)).toEqual({});
  }
});

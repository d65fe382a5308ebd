export type Values = Record<string, string>;
export type Kept = { base: number; values: Values };
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** One draft in this browser; without storage nothing is kept, and nothing breaks. */
export class KeptDraft {
  constructor(
    private readonly shelf: Shelf | null,
    private readonly key: string,
  ) {}

  read(): Kept | null {
    try {
      return JSON.parse(this.shelf?.getItem(this.key) ?? "null");
    } catch {
      return null;
    }
  }

  /** Answers whether it is kept. */
  write(kept: Kept) {
    try {
      this.shelf?.setItem(this.key, JSON.stringify(kept));
      return this.shelf !== null;
    } catch {
      return false;
    }
  }

  forget() {
    try {
      this.shelf?.removeItem(this.key);
    } catch {
      // what was not kept need not be forgotten
    }
  }
}

export const isSame = (one: Values, other: Values) =>
  Object.keys({ ...one, ...other }).every((name) => (one[name] ?? "") === (other[name] ?? ""));

import "server-only";
import type { AsyncLocalStorage } from "node:async_hooks";

type Begun = { [key: symbol]: AsyncLocalStorage<{ begun: boolean }> | undefined };

/** Says that what was sent could be read and is being done: a failure from here on is ours. See `renderer/nonsense.ts`. */
export function markBegun() {
  const post = (globalThis as unknown as Begun)[Symbol.for("twofeet.posts")]?.getStore();
  if (post) post.begun = true;
}

import type { Shelf } from "./shelf";

/** On which tabs tell one another that the shelf changed. */
export const channelName = "twofeet.outbox";

let shelf: Promise<Shelf> | null = null;

/** The shelf of this browser; its code comes when it is first needed, and again when it did not come. */
export function openShelf(): Promise<Shelf> {
  shelf ??= import("./shelf").then(({ Shelf: Opened }) => new Opened());
  shelf.catch(() => {
    shelf = null;
  });
  return shelf;
}

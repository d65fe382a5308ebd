import { boardAt, type Told } from "@/lib/offline/rules";
import { forgetting, inTurn } from "./forget";
import { eventShelf, factsOf } from "./shelves";

/** Keeps the board as a page last saw it: frames come to no worker. Only beside pages that are kept for the same person. */
export async function keepBoard({ slug, keeper, board }: Extract<Told, { kind: "board" }>) {
  const began = forgetting();
  await inTurn(async () => {
    const kept = (await factsOf(slug))?.keeper;
    if (began !== forgetting() || kept?.person !== keeper.person || kept.audience !== keeper.audience) return;
    await (await caches.open(eventShelf(slug))).put(boardAt, Response.json(board));
  });
}

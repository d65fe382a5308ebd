import type { Tx } from "@/lib/db/client";
import { enterPublic } from "@/lib/db/enter-space";
import { parse } from "@/lib/db/perform";
import { suggestInput } from "@/lib/search/input";
import { plainWords, withWord } from "@/lib/search/rules";

/** What may have been meant, by words of what is published and by no other; null when there is nothing better to say. */
export async function meantBy(tx: Tx, typed: string) {
  let better = typed;
  for (const wrong of plainWords(typed).slice(0, 6)) {
    const [row] = await tx.$queryRaw<{ word: string | null }[]>`select lib_pub.meant(${wrong}) as word`;
    if (row?.word) better = withWord(better, wrong, row.word);
  }
  return better === typed ? null : better;
}

/** Ways in which what is being typed may go on: its last word, by words of what is published. */
export function suggestions(asked: unknown) {
  const { q } = parse(suggestInput, asked);
  const [, before = "", start = ""] = /^(.*?)([^\s"-][^\s"]*)$/s.exec(q) ?? [];
  if (start.length < 2) return Promise.resolve([]);
  return enterPublic(async (tx) => {
    const rows = await tx.$queryRaw<{ word: string }[]>`select word from lib_pub.go_on(${start}, 8)`;
    return rows.map(({ word }) => before + word);
  });
}

import "server-only";
import { headers } from "next/headers";

type Said = { status?: number; maxAge?: number };
const answers = globalThis as { twofeetAnswers?: Map<string, Said> };

/**
 * What a page says of its own answer and Next lets no page say: that what was here is gone (`status`), that anybody may
 * keep it for so many seconds (`maxAge`). `renderer/answer.ts` says it; without our server nobody does.
 */
export async function sayOfAnswer(said: Said) {
  const id = (await headers()).get("x-twofeet-answer");
  const entry = id ? answers.twofeetAnswers?.get(id) : undefined;
  if (entry) Object.assign(entry, said);
}

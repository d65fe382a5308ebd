"use server";

import { Refused } from "@/lib/errors";
import { readJoinCode } from "@/lib/event/rules";
import { submitted } from "@/lib/web/action";
import { safeNext } from "@/lib/web/auth";
import type { FormState } from "@/lib/web/form-state";
import { join } from "@/lib/web/join";

/** Joins with a code typed by hand. */
export async function joinAction(slug: string, _previous: FormState, form: FormData) {
  return submitted(form, async (typed) => {
    await join(slug, readJoinCode(typed.code)).catch(saidAtTheField);
    return { value: null, next: typed.next ? safeNext(typed.next) : `/e/${slug}/topics` };
  });
}

function saidAtTheField(error: unknown): never {
  if (error instanceof Refused) throw new Refused(error.reason, { code: [error.reason] });
  throw error;
}

"use server";

import { Refused } from "@/lib/errors";
import { pathOfCode } from "@/lib/event/queries";
import { readJoinCode } from "@/lib/event/rules";
import { submitted } from "@/lib/web/action";
import type { FormState } from "@/lib/web/form-state";
import { holdCode } from "@/lib/web/join";

/** Opens the event whose code was typed. */
export async function openCodeAction(_previous: FormState, form: FormData) {
  return submitted(form, async (typed) => {
    const code = readJoinCode(typed.code);
    const path = await pathOfCode(code);
    if (!path) throw new Refused("wrong-code", { code: ["wrong-code"] });
    await holdCode(code);
    return { value: null, next: path };
  });
}

"use server";

import { describePicture } from "@/lib/entry/commands/picture";
import { saveText } from "@/lib/entry/commands/write";
import { textsOf } from "@/lib/web/form-fields";
import type { FormState } from "@/lib/web/form-state";
import { spaceAction } from "@/lib/web/space";

const saved = spaceAction(saveText);

/** Saves; or, asked for a preview by a browser without JavaScript, gives back what was typed. */
export async function saveTextAction(space: string, previous: FormState, form: FormData): Promise<FormState> {
  if (form.get("preview") === null) return saved(space, previous, form);
  return { status: "refused", reason: "preview", fields: {}, about: {}, values: textsOf(form) };
}

export const describePictureAction = spaceAction(describePicture);

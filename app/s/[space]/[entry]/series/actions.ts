"use server";

import { dropSeries, importSeries, pinSignal } from "@/lib/series/commands";
import type { FormState } from "@/lib/web/form-state";
import { spaceAction } from "@/lib/web/space";
import { textOfFile } from "@/lib/web/text-file";

const take = spaceAction(importSeries);

/** A file counts for what was pasted. */
export async function importSeriesAction(space: string, previous: FormState, form: FormData): Promise<FormState> {
  const file = await textOfFile(form.get("file"));
  form.delete("file");
  if (file) {
    form.set("text", file.text);
    if (!form.get("sourceName")) form.set("sourceName", file.name);
  }
  return take(space, previous, form);
}

export const dropSeriesAction = spaceAction(dropSeries);
export const pinSignalAction = spaceAction(pinSignal);

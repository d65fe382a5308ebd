"use server";

import { askForRepository } from "@/lib/import/commands";
import type { FormState } from "@/lib/web/form-state";
import { importPastedAs, importUploadedAs } from "@/lib/web/import-files";
import { spaceAction } from "@/lib/web/space";

export async function importPastedAction(space: string, previous: FormState, form: FormData) {
  return importPastedAs(space, previous, form);
}

export async function importUploadedAction(space: string, previous: FormState, form: FormData) {
  return importUploadedAs(space, previous, form);
}

export const askForRepositoryAction = spaceAction(askForRepository);

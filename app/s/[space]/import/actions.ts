"use server";

import { askForRepository } from "@/lib/import/commands";
import type { FormState } from "@/lib/web/form-state";
import { importPastedAs, importUploadedAs } from "@/lib/web/import-files";
import { spaceAction } from "@/lib/web/space";

type Act = (space: string, previous: FormState, form: FormData) => Promise<FormState>;

export const importPastedAction: Act = async (...sent) => importPastedAs(...sent);
export const importUploadedAction: Act = async (...sent) => importUploadedAs(...sent);
export const askForRepositoryAction = spaceAction(askForRepository);

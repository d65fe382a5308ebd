"use server";

import { declareUsed, deprecate, saveDependencies, saveFacts, saveFiles, saveParameters } from "@/lib/recipe/commands";
import { spaceAction } from "@/lib/web/space";

export const saveFactsAction = spaceAction(saveFacts);
export const saveFilesAction = spaceAction(saveFiles);
export const saveParametersAction = spaceAction(saveParameters);
export const saveDependenciesAction = spaceAction(saveDependencies);
export const declareUsedAction = spaceAction(declareUsed);
export const deprecateAction = spaceAction(deprecate);

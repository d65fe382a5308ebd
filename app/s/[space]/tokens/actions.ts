"use server";

import { endSpaceToken, makeSpaceToken } from "@/lib/token/commands";
import { spaceAction } from "@/lib/web/space";

export const makeTokenAction = spaceAction(makeSpaceToken);
export const endTokenAction = spaceAction(endSpaceToken);

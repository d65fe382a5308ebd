"use server";

import { endScimToken, letBack, makeScimToken } from "@/lib/sso/commands";
import type { FormState } from "@/lib/web/form-state";
import { orgAction } from "@/lib/web/org";
import { forceSsoAs, saveSsoAs } from "@/lib/web/sso-settings";

type Act = (org: string, previous: FormState, form: FormData) => Promise<FormState>;

export const saveSsoAction: Act = async (...sent) => saveSsoAs(...sent);
export const forceSsoAction: Act = async (...sent) => forceSsoAs(...sent);
export const makeScimTokenAction = orgAction(makeScimToken, (token) => token);
export const endScimTokenAction = orgAction(endScimToken);
export const letBackAction = orgAction(letBack);

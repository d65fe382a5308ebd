"use server";

import { endScimToken, letBack, makeScimToken } from "@/lib/sso/commands";
import type { FormState } from "@/lib/web/form-state";
import { forceSsoAs, saveSsoAs, ssoAction } from "@/lib/web/sso-settings";

type Act = (org: string, previous: FormState, form: FormData) => Promise<FormState>;

export const saveSsoAction: Act = async (...sent) => saveSsoAs(...sent);
export const forceSsoAction: Act = async (...sent) => forceSsoAs(...sent);
export const makeScimTokenAction = ssoAction(makeScimToken);
export const endScimTokenAction = ssoAction(endScimToken);
export const letBackAction = ssoAction(letBack);

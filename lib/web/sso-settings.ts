import "server-only";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { performInOrg } from "@/lib/db/enter-org";
import { env } from "@/lib/env";
import { forceSso, tryAndSaveSso } from "@/lib/sso/commands";
import type { forceSsoInput, saveSsoInput } from "@/lib/sso/input";
import { viewSso } from "@/lib/sso/queries";
import { submitted } from "@/lib/web/action";
import type { FormState } from "@/lib/web/form-state";
import { lookInOrg } from "@/lib/web/org";
import { backAddress } from "@/lib/web/sso";
import { viewerId } from "@/lib/web/viewer";

/** The settings of a company's sign-in and directory, with the addresses that its provider has to know. */
export async function lookAtSso(org: string) {
  const view = await lookInOrg(viewSso, org, undefined);
  const [begin, back] = [new URL(`/sso/${view.door}`, env().TWOFEET_URL).href, backAddress(view.door)];
  return { ...view, begin, back, scim: new URL("/scim/v2", env().TWOFEET_URL).href };
}

type Act = (org: string, previous: FormState, form: FormData) => Promise<FormState>;

export const saveSsoAs: Act = (org, _previous, form) =>
  submitted(form, async (typed) => {
    const caller = { org, userId: await viewerId() };
    await tryAndSaveSso(caller, typed as z.input<typeof saveSsoInput>);
    revalidatePath(`/o/${org}/sso`);
    return { value: null };
  });

/** Whoever forces it with another account than the company's is out by that, and has to come in by the new door. */
export const forceSsoAs: Act = async (org, _previous, form) => {
  const caller = { org, userId: await viewerId() };
  return submitted(form, async (typed) => {
    const { door, isOut } = await performInOrg(forceSso, caller, typed as z.input<typeof forceSsoInput>);
    revalidatePath(`/o/${org}/sso`);
    const next = encodeURIComponent(`/o/${org}/sso`);
    return isOut ? { value: null, next: `/sso/${door}?next=${next}` } : { value: null };
  });
};

"use server";

import { revalidatePath } from "next/cache";
import { submitted } from "@/lib/web/action";
import type { FormState } from "@/lib/web/form-state";
import { viewerId } from "@/lib/web/viewer";
import { declareUse, reportWorks, takeBackWorks } from "@/lib/works/commands";
import { viewPublicWorks } from "@/lib/works/queries";

type Said = Parameters<typeof reportWorks>[2] & Parameters<typeof takeBackWorks>[2] & Parameters<typeof declareUse>[2];

/** A form about a published recipe, by its address. */
const about =
  (write: (userId: string | null, entryId: string, typed: Said) => Promise<void>) =>
  (slug: string, _previous: FormState, form: FormData) =>
    submitted(form, async (typed) => {
      const userId = await viewerId();
      const { id } = await viewPublicWorks(slug, null);
      await write(userId, id, typed as Said);
      revalidatePath(`/library/${slug}`, "layout");
      return { value: null };
    });

const report = about(reportWorks);
const takeBack = about(takeBackWorks);
const use = about(declareUse);

export async function reportAction(slug: string, previous: FormState, form: FormData) {
  return report(slug, previous, form);
}
export async function takeBackAction(slug: string, previous: FormState, form: FormData) {
  return takeBack(slug, previous, form);
}
export async function useAction(slug: string, previous: FormState, form: FormData) {
  return use(slug, previous, form);
}

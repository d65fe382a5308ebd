"use server";

import { revalidatePath } from "next/cache";
import { submitted } from "@/lib/web/action";
import type { FormState } from "@/lib/web/form-state";
import { lookFromOutside } from "@/lib/web/outside";
import { viewerId } from "@/lib/web/viewer";

export async function lookFromOutsideAction(slug: string, _previous: FormState, form: FormData) {
  return submitted(form, async () => {
    await lookFromOutside({ slug, userId: await viewerId() });
    revalidatePath(`/e/${slug}`, "layout");
    return { value: null, next: `/e/${slug}/outsider` };
  });
}

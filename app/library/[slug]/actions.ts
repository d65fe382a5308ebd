"use server";

import { revalidatePath } from "next/cache";
import { published } from "@/lib/publication/queries";
import { saySawPublished } from "@/lib/saw/commands";
import { submitted } from "@/lib/web/action";
import { viewerId } from "@/lib/web/viewer";

type Said = Parameters<typeof saySawPublished>[2];

/** "I saw this too", by the entry's address. What is refused changes nothing, and the page shows what is. */
export async function saySawAction(slug: string, form: FormData) {
  await submitted(form, async (typed) => {
    const found = await published(slug);
    if (!found.isGone) await saySawPublished(await viewerId(), found.id, typed as Said);
    revalidatePath(`/library/${slug}`, "layout");
    return { value: null };
  });
}

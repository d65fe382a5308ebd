"use server";

import { createEvent } from "@/lib/event/commands";
import { slugFrom } from "@/lib/event/rules";
import { actionOutside } from "@/lib/web/action";
import type { FormState } from "@/lib/web/form-state";

const create = actionOutside(createEvent, (slug) => `/e/${slug}/desk`);

/** Without JavaScript nothing proposes an address while one types: then it is proposed here. */
export async function createEventAction(previous: FormState, form: FormData) {
  if (!form.get("slug")) form.set("slug", slugFrom(String(form.get("name") ?? "")));
  return create(previous, form);
}

"use server";

import { createEventOf } from "@/lib/event/commands";
import { actionOutside } from "@/lib/web/action";
import type { FormState } from "@/lib/web/form-state";

/** The company's own door stands inside: whoever is no member of it makes nothing there. */
export async function createOrgEventAction(org: string, previous: FormState, form: FormData) {
  return actionOutside(createEventOf(org), (slug) => `/e/${slug}/people`)(previous, form);
}

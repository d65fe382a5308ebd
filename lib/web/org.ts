import "server-only";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { askOrg, type OrgCommand, type OrgQuery, performInOrg } from "@/lib/db/enter-org";
import { submitted } from "@/lib/web/action";
import type { FormState } from "@/lib/web/form-state";
import { orNotFound } from "@/lib/web/look";
import { viewerId } from "@/lib/web/viewer";

/** How a page of an org reads. What the viewer may not see is not found, the same as what does not exist. */
export async function lookInOrg<I extends z.ZodType, O>(query: OrgQuery<I, O>, slug: string, input: z.input<I>) {
  return orNotFound(askOrg(query, { org: slug, userId: await viewerId() }, input));
}

/** How a form of an org writes. `then` may send the answer on its way and says what the form may know of it. */
export function orgAction<I extends z.ZodType, O>(
  command: OrgCommand<I, O>,
  then: (value: O) => unknown = () => undefined,
) {
  return async (slug: string, _previous: FormState, form: FormData): Promise<FormState> =>
    submitted(form, async (typed) => {
      const caller = { org: slug, userId: await viewerId() };
      const value = await then(await performInOrg(command, caller, typed as z.input<I>));
      revalidatePath(`/o/${slug}`, "layout");
      return { value };
    });
}

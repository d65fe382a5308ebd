import "server-only";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import {
  askSpace,
  enterSpace,
  performInSpace,
  personalSpace,
  type SpaceCommand,
  type SpaceQuery,
} from "@/lib/db/enter-space";
import { Refused } from "@/lib/errors";
import { submitted } from "@/lib/web/action";
import { spendForm } from "@/lib/web/allowance";
import type { FormState } from "@/lib/web/form-state";
import { orNotFound } from "@/lib/web/look";
import { viewerId } from "@/lib/web/viewer";

/** How a page of a space reads. What the viewer may not see is not found, the same as what does not exist. */
export async function lookInSpace<I extends z.ZodType, O>(query: SpaceQuery<I, O>, space: string, input: z.input<I>) {
  return orNotFound(askSpace(query, { space, userId: await viewerId() }, input));
}

/** How a form of a space writes. `then` says where the browser goes after it worked; by default it stays. */
export function spaceAction<I extends z.ZodType, O>(
  command: SpaceCommand<I, O>,
  then?: (space: string, value: O) => string | undefined,
) {
  return async (space: string, _previous: FormState, form: FormData): Promise<FormState> =>
    submitted(form, async (typed) => {
      const caller = { space, userId: await viewerId() };
      const value = await performInSpace(command, caller, typed as z.input<I>);
      revalidatePath(`/s/${space}`, "layout");
      return { value, next: then?.(space, value) };
    });
}

/** The viewer, who has a space of their own from now on; null for a stranger. */
export async function ownSpace() {
  const userId = await viewerId();
  if (userId) await personalSpace(userId);
  return userId;
}

/**
 * How a route that is no server action writes: `read` is only asked when the asker may write there at all. A refusal is
 * answered by its name; what the asker may not know of is not found.
 */
export async function receiveInSpace<I extends z.ZodType, O>(
  command: SpaceCommand<I, O>,
  space: string,
  read: () => Promise<z.input<I>>,
) {
  const caller = { space, userId: await viewerId() };
  await orNotFound(enterSpace(caller, command.atLeast, async () => {}));
  try {
    await spendForm();
    const value = await performInSpace(command, caller, await read());
    revalidatePath(`/s/${space}`, "layout");
    return { value };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.reason };
    throw error;
  }
}

/** The same in the viewer's own space, which is made when it is wanted first; `page` is looked at again. */
export function ownSpaceAction<I extends z.ZodType, O>(command: SpaceCommand<I, O>, page: string) {
  return async (_previous: FormState, form: FormData): Promise<FormState> =>
    submitted(form, async (typed) => {
      const userId = await viewerId();
      if (!userId) throw new Refused("not-signed-in");
      const value = await performInSpace(command, { space: await personalSpace(userId), userId }, typed as z.input<I>);
      revalidatePath(page);
      return { value };
    });
}

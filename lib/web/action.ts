import "server-only";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { type OutsideCommand, performOutside } from "@/lib/db/outside";
import { type Command, perform } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import type { Standing } from "@/lib/member/rules";
import { spendForm } from "@/lib/web/allowance";
import { markBegun } from "@/lib/web/begun";
import { complaintsAsTyped, fieldsOf, textsOf } from "@/lib/web/form-fields";
import type { FormState } from "@/lib/web/form-state";
import { joinWithHeldCode } from "@/lib/web/join";
import { viewer, viewerId } from "@/lib/web/viewer";

/** Where the browser goes after it worked; by default it stays. */
type Then<O> = (slug: string, value: O) => string;

/** How a form writes. Refusals come back as values; bugs go to the error boundary. */
export function action<S extends Standing, I extends z.ZodType, O>(command: Command<S, I, O>, then?: Then<O>) {
  return async (slug: string, _previous: FormState, form: FormData): Promise<FormState> =>
    submitted(form, async (typed) => {
      const value = await performJoining(command, slug, typed as z.input<I>);
      revalidatePath(`/e/${slug}`, "layout");
      return { value, next: then?.(slug, value) };
    });
}

/** The same for what is in no event yet. Refuses a stranger with `not-signed-in`. */
export function actionOutside<I extends z.ZodType, O>(command: OutsideCommand<I, O>, then: (value: O) => string) {
  return async (_previous: FormState, form: FormData): Promise<FormState> =>
    submitted(form, async (typed) => {
      const person = await viewer();
      if (!person?.email) throw new Refused("not-signed-in");
      const value = await performOutside(command, person.id, typed as z.input<I>);
      return { value, next: then(value) };
    });
}

/** Translates what a form's work says: done, refused with all that was typed, or on to the next page. */
export async function submitted(
  form: FormData,
  work: (typed: Record<string, unknown>) => Promise<{ value: unknown; next?: string | undefined }>,
): Promise<FormState> {
  const typed = fieldsOf(form);
  markBegun();
  try {
    await spendForm();
    const { value, next } = await work(typed);
    if (next === undefined) return { status: "done", value };
    redirect(next);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { reason, fields, about } = error;
    return { status: "refused", reason, fields: complaintsAsTyped(fields, typed), about, values: textsOf(form) };
  }
}

/** For an action of more than one step that knows already who acts. */
export async function performAs<S extends Standing, I extends z.ZodType, O>(
  userId: string,
  command: Command<S, I, O>,
  slug: string,
  input: z.input<I>,
) {
  const value = await perform(command, { slug, userId }, input);
  revalidatePath(`/e/${slug}`, "layout");
  return value;
}

/** A visitor who came by the QR code joins with their first write. */
async function performJoining<S extends Standing, I extends z.ZodType, O>(
  command: Command<S, I, O>,
  slug: string,
  input: z.input<I>,
) {
  const userId = await viewerId();
  try {
    return await perform(command, { slug, userId }, input);
  } catch (error) {
    if (!(error instanceof Refused && error.reason === "forbidden" && command.atLeast === "participant")) throw error;
    const joined = await joinWithHeldCode(slug);
    if (!joined) throw userId ? error : new Refused("not-joined");
    return perform(command, { slug, userId: joined }, input);
  }
}

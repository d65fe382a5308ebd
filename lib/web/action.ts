import "server-only";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { type Command, perform } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import type { Standing } from "@/lib/member/rules";
import type { FormState } from "@/lib/web/form-state";
import { joinWithHeldCode } from "@/lib/web/join";
import { viewerId } from "@/lib/web/viewer";

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

/** Translates what a form's work says: done, refused with all that was typed, or on to the next page. */
export async function submitted(
  form: FormData,
  work: (typed: Record<string, unknown>) => Promise<{ value: unknown; next?: string | undefined }>,
): Promise<FormState> {
  const typed = fieldsOf(form);
  try {
    const { value, next } = await work(typed);
    if (next === undefined) return { status: "done", value };
    redirect(next);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { reason, fields, about } = error;
    return { status: "refused", reason, fields, about, values: textsOf(form) };
  }
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

/** A form's fields by name; `name[]` is a list. Next's own fields stay out. */
function fieldsOf(form: FormData) {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
  return Object.fromEntries(
    names.map((name) => (name.endsWith("[]") ? [name.slice(0, -2), form.getAll(name)] : [name, form.get(name)])),
  );
}

function textsOf(form: FormData) {
  const texts = Object.entries(fieldsOf(form)).filter(([, value]) => typeof value === "string");
  return Object.fromEntries(texts) as Record<string, string>;
}

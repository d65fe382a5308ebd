import "server-only";
import { revalidatePath } from "next/cache";
import { askSpace, performInSpace } from "@/lib/db/enter-space";
import { importTimeline, previewTimeline } from "@/lib/incident/paste";
import { typedOf } from "@/lib/incident/rules";
import { submitted } from "@/lib/web/action";
import type { FormState } from "@/lib/web/form-state";
import { viewerId } from "@/lib/web/viewer";

type Typed = Parameters<typeof askSpace<typeof previewTimeline.input, unknown>>[2];

const mostShown = 300;

/** Shows what a pasted text holds; adds it when the form says so. */
export async function pasteTimelineAs(space: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitted(form, async ({ step, ...typed }) => {
    const caller = { space, userId: await viewerId() };
    const value = step === "add" ? await added(caller, typed as Typed) : await previewed(caller, typed as Typed);
    return typeof value === "string" ? { value, next: `/s/${space}/${value}#timeline` } : { value };
  });
}

type Caller = Parameters<typeof askSpace>[1];

async function added(caller: Caller, typed: Typed) {
  const id = await performInSpace(importTimeline, caller, typed);
  revalidatePath(`/s/${caller.space}`, "layout");
  return id;
}

async function previewed(caller: Caller, typed: Typed) {
  const { timeline, style, times, zone } = await askSpace(previewTimeline, caller, typed);
  const events = timeline
    .slice(0, mostShown)
    .map(({ id, at, who, text }) => ({ id, when: typedOf(at, zone), who, text }));
  const said = Object.fromEntries(
    ["text", "day", "zone", "replace"].map((name) => [name, String(typed[name as keyof Typed] ?? "")]),
  );
  return { typed: said, style, events, count: timeline.length, times: Object.keys(times).length };
}

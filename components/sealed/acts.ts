import { type FormState, idle } from "@/lib/web/form-state";

export type Act = (previous: FormState, form: FormData) => Promise<FormState>;

/** What a sealed room asks of the server. */
export type Acts = { open: Act; knock: Act; enter: Act; save: Act; shut: Act };

/** A refusal, with its reason. */
export class No extends Error {
  constructor(readonly state: FormState & { status: "refused" }) {
    super(state.reason);
  }
}

/** Sends what a form would send; answers its value, or throws `No`. */
export async function send(act: Act, values: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  const answer = await act(idle, form);
  if (answer.status === "refused") throw new No(answer);
  return answer.status === "done" ? answer.value : null;
}

/** A refusal that no server has to say. */
export const refusal = (reason: string): FormState => ({
  status: "refused",
  reason,
  fields: {},
  about: {},
  values: {},
});

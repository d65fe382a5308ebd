import type { z } from "zod";
import { type Caller, type Company, enter, type Scope } from "@/lib/db/enter";
import { type FieldComplaints, Refused } from "@/lib/errors";
import type { Standing } from "@/lib/member/rules";

export type { Caller, Scope } from "@/lib/db/enter";

/** A scope whose caller is certainly a member. */
export type MemberScope = Scope & { member: NonNullable<Scope["member"]> };

type ScopeOf<S extends Standing> = S extends "visitor" ? Scope : MemberScope;

/** Something that happens in an event: who may, what it accepts, what it does. */
export type Command<S extends Standing = Standing, I extends z.ZodType = z.ZodType, O = unknown> = {
  kind: "command";
  atLeast: S;
  input: I;
  /** It changes what others go by (phase, budget, rooms, membership): no other command runs in the event meanwhile. */
  alone?: boolean;
  run: (scope: ScopeOf<S>, input: z.output<I>) => Promise<O>;
  /** Answers who sends the same again, by looking anew: nothing of its value is kept beside who sent it. */
  again?: (scope: ScopeOf<S>, input: z.output<I>) => Promise<O>;
};

/** Something one may look at in an event. */
export type Query<S extends Standing = Standing, I extends z.ZodType = z.ZodType, O = unknown> = Omit<
  Command<S, I, O>,
  "kind" | "alone" | "again"
> & { kind: "query" };

export function command<S extends Standing, I extends z.ZodType, O>(parts: Omit<Command<S, I, O>, "kind">) {
  return { kind: "command" as const, ...parts };
}

export function query<S extends Standing, I extends z.ZodType, O>(parts: Omit<Query<S, I, O>, "kind">) {
  return { kind: "query" as const, ...parts };
}

/** Runs a command for a caller, in one transaction. Refuses with `invalid-input` and all that the command says. */
export const perform = <S extends Standing, I extends z.ZodType, O>(
  command: Command<S, I, O>,
  caller: Caller,
  input: z.input<I>,
) => through(command, caller, input);

/** Answers a query for a caller. Refuses with `invalid-input`, `not-found`, `forbidden`. */
export const ask = <S extends Standing, I extends z.ZodType, O>(
  query: Query<S, I, O>,
  caller: Caller,
  input: z.input<I>,
) => through(query, caller, input);

async function through<S extends Standing, I extends z.ZodType, O>(
  what: Command<S, I, O> | Query<S, I, O>,
  caller: Caller,
  input: unknown,
) {
  // the door comes first: whoever may not be here learns nothing, not even what an input looks like
  const work = (scope: Scope) => what.run(scope as ScopeOf<S>, parse(what.input, input));
  return enter(caller, what.atLeast, work, companyOf(what));
}

/** Writes go by what they read of the event: it holds until they are done. */
export const companyOf = (what: { kind: "command" | "query"; alone?: boolean }): Company =>
  what.kind === "query" ? "looking" : what.alone ? "alone" : "together";

/** Reads an input or refuses it with a complaint per field. */
export function parse<I extends z.ZodType>(schema: I, input: unknown): z.output<I> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: FieldComplaints = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join(".") || "form";
    fields[field] = [...(fields[field] ?? []), complaint(issue)];
  }
  throw new Refused("invalid-input", fields);
}

/** A refusal's name for what zod found: `too-small`, `too-big`, `invalid-format`, or the schema's own word. */
function complaint(issue: z.core.$ZodIssue) {
  return issue.code === "custom" ? issue.message : issue.code.replaceAll("_", "-");
}

import type { FieldComplaints } from "@/lib/errors";

/** What a form knows after it was sent. A refusal keeps what was typed, with JavaScript and without. */
export type FormState =
  | { status: "idle" }
  | { status: "done"; value: unknown }
  | {
      status: "refused";
      reason: string;
      fields: FieldComplaints;
      about: Record<string, string | number>;
      values: Record<string, string>;
    };

export const idle: FormState = { status: "idle" };

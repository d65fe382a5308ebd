/** What was wrong with single fields of an input: messages or reasons by field name. */
export type FieldComplaints = Record<string, string[]>;

/**
 * A normal no. Rolls the transaction back and reaches the person as a sentence
 * (`messages/<locale>/refused.json`, by `reason`; `about` fills its placeholders).
 */
export class Refused extends Error {
  constructor(
    readonly reason: string,
    readonly fields: FieldComplaints = {},
    readonly about: Record<string, string | number> = {},
  ) {
    super(reason);
    this.name = "Refused";
  }
}

import type { FieldComplaints } from "@/lib/errors";

type Row = Record<string, unknown>;

const inRow = /^(\w+)\.(\d{1,3})\.(\w+)$/;

/**
 * What a form says, as commands take it: `name[]` is a list, `rooms.0.name` is a field of row 0 of `rooms`.
 * Next's own fields stay out.
 */
export function fieldsOf(form: FormData) {
  const fields = new Map<string, unknown>();
  const rows = new Map<string, Map<string, Row>>();
  for (const name of namesOf(form)) {
    const [, list, row, field] = inRow.exec(name) ?? [];
    if (list && row && field) rowOf(rows, list, row)[field] = textAt(form, name);
    else if (name.endsWith("[]")) fields.set(name.slice(0, -2), form.getAll(name));
    else fields.set(name, textAt(form, name));
  }
  for (const [list, byNumber] of rows) fields.set(list, Object.fromEntries(byNumber));
  // fromEntries defines own properties, so a field called __proto__ is only a field
  return Object.fromEntries(fields);
}

/** The texts of a form under the names they have there, to be shown again after a refusal. */
export function textsOf(form: FormData) {
  const texts = namesOf(form).flatMap((name) => {
    const value = textAt(form, name);
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(texts);
}

/**
 * Complaints about the third row of a list are about whichever row of the form was the third: rows that were
 * taken out leave holes in the numbers.
 */
export function complaintsAsTyped(fields: FieldComplaints, typed: Record<string, unknown>): FieldComplaints {
  const renamed = Object.entries(fields).map(([name, complaints]) => {
    const [, list, position, field] = inRow.exec(name) ?? [];
    const number = list && Object.keys((typed[list] ?? {}) as object)[Number(position)];
    return [number ? `${list}.${number}.${field}` : name, complaints] as const;
  });
  return Object.fromEntries(renamed);
}

/** No browser sends NUL, and no text in PostgreSQL may hold it. */
function textAt(form: FormData, name: string) {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\0", "") : value;
}

function namesOf(form: FormData) {
  return [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
}

function rowOf(rows: Map<string, Map<string, Row>>, list: string, row: string) {
  const byNumber = rows.get(list) ?? new Map<string, Row>();
  const found = byNumber.get(row) ?? (Object.create(null) as Row);
  rows.set(list, byNumber.set(row, found));
  return found;
}

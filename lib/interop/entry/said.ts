import type { Values } from "./front-matter";

/** What a front matter says under any of these names, however they are spelt: `last-reviewed-on` is `Last Reviewed On`. */
export function said(values: Values, ...names: string[]): unknown {
  for (const name of names) {
    const key = Object.keys(values).find((one) => plain(one) === name);
    if (key !== undefined && values[key] !== null && values[key] !== "") return values[key];
  }
}

const plain = (key: string) =>
  key
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");

/** One text, of at most so many letters. */
export function textSaid(value: unknown, most: number): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  if (!["string", "number", "boolean"].includes(typeof value)) return "";
  return cut(String(value).trim(), most);
}

/** A list, or what stands between commas. */
export function listSaid(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.slice(0, 500);
  return typeof value === "string" ? value.split(/[,;]/) : value === undefined ? [] : [value];
}

/** Names of people or things: texts, or maps with a name. */
export const namesSaid = (value: unknown, most: number) =>
  listSaid(value)
    .map((one) => (isMap(one) ? (one.name ?? one.title ?? one.id) : one))
    .map((one) => textSaid(one, most))
    .filter((name) => name !== "");

/** Tags as they are written here: lower case, words joined by hyphens; what is no name at all is left out. */
export function tagsSaid(value: unknown, most = 50): string[] {
  const names = namesSaid(value, 200).map((name) =>
    name
      .toLowerCase()
      .replace(/^[#@]+/, "")
      .replace(/\s+/g, "-")
      .replace(/[^\p{L}\p{N}.+#_/-]/gu, "")
      .replace(/^[^\p{L}\p{N}]+/u, "")
      .slice(0, 60),
  );
  return [...new Set(names.filter((name) => name !== ""))].slice(0, most);
}

/** A day, YYYY-MM-DD. */
export function daySaid(value: unknown): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ])/.exec(textSaid(value, 40)) ?? [];
  if (!year || !month || !day) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null;
}

/** Never cuts a letter of two units in half. */
export const cut = (text: string, most: number) => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");

export const isMap = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

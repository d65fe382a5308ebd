import type { z } from "zod";
import type { parameter } from "@/lib/recipe/input";

export type Parameter = z.output<typeof parameter>;
/** What was filled in, by the name of the parameter. */
export type Values = Readonly<Record<string, string>>;
/** A `{{…}}` in a text: where it stands, what stands in it, and the name under which it is filled in. */
export type Placeholder = { from: number; to: number; inner: string; name: string };

/** Without blanks at its edges: those of Jinja, Go and Helm are written `{{ so }}` and belong to the file. */
const written = /(?<!\$)\{\{(?!\s)([^{}\n]{1,200})(?<!\s)\}\}/g;

/** All placeholders of a text that have one of these names. */
export function placeholdersIn(text: string, names: ReadonlySet<string>): Placeholder[] {
  return everyPlaceholder(text).filter(({ name }) => names.has(name));
}

export function everyPlaceholder(text: string): Placeholder[] {
  return [...text.matchAll(written)].flatMap(({ index, 0: whole, 1: inner = "" }) => {
    const name = nameOf(inner);
    return name === "" ? [] : [{ from: index, to: index + whole.length, inner, name }];
  });
}

/** `path/to/file` is filled in as `path_to_file`: the name of a parameter holds no slashes or blanks. */
export function nameOf(inner: string) {
  // what begins so belongs to a template language: `{{.Values}}`, `{{$labels}}`, `{{#if}}`, `{{< shortcode >}}`
  if (/^[.$#/<%>!&^]/.test(inner)) return "";
  const plain = inner.replaceAll(/[^A-Za-z0-9_.-]+/g, "_").replace(/^[^A-Za-z]+/, "");
  return plain.replace(/[_.-]+$/, "").slice(0, 60);
}

/** What a reader could be asked for in these texts; alternatives written `[-q|--quiet]` become a choice. */
export function suggestedParameters(texts: readonly string[], known: ReadonlySet<string>): Parameter[] {
  const found = texts.flatMap(everyPlaceholder).filter(({ name }) => !known.has(name));
  const byName = new Map(found.map(({ name, inner }) => [name, inner]));
  return [...byName].slice(0, 100).map(([name, inner]) => {
    const choices = /^\[(.+\|.+)\]$/.exec(inner)?.[1]?.split("|") ?? [];
    const label = inner === name ? "" : inner;
    return { name, label, type: choices.length > 0 ? "choice" : typeOf(inner), default: "", choices, required: true };
  });
}

function typeOf(inner: string): Parameter["type"] {
  if (/password|passwd|secret|token|api_?key|credential/i.test(inner)) return "secret";
  if (/^path\/|(^|[_/-])(path|file|directory|folder)\d*$/i.test(inner)) return "path";
  if (/(^|_)(host|hostname|server|node|ip|address)\d*$/i.test(inner)) return "host";
  if (/(^|_)(count|number|port|replicas|pid|size)\d*$/i.test(inner)) return "number";
  return /(^|_)(duration|timeout|interval|period)$/i.test(inner) ? "duration" : "text";
}

/** One of each: what may stand in a command as this. None holds what a shell would run. */
const shapes: Partial<Record<Parameter["type"], RegExp>> = {
  number: /^[+-]?\d{1,18}(\.\d{1,18})?$/,
  host: /^(\[?[0-9A-Fa-f:.]{2,45}\]?|[\p{L}\p{N}]([\p{L}\p{N}._-]{0,252}))(:\d{1,5})?$/u,
  path: /^[\p{L}\p{N}._~/][\p{L}\p{N}\p{M}._~/@:+,=%-]{0,1000}$/u,
  duration: /^(\d{1,12}(\.\d{1,6})?(ns|us|µs|ms|s|m|h|d|w|y|min|sec)?){1,6}$/u,
};

export type Complaint = "missing" | "not-this-type" | "not-a-choice" | "unseen-signs";

/** What is wrong with a value, or null. Empty is wrong only where something is needed and there is no default. */
export function complaintAbout(
  { type, choices, required, default: fallback }: Parameter,
  value: string,
): Complaint | null {
  if (value === "") return required && fallback === "" ? "missing" : null;
  // an address handed round could carry a line end or a sign that turns the text about
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(value)) return "unseen-signs";
  if (type === "choice") return choices.includes(value) ? null : "not-a-choice";
  return (shapes[type]?.test(value) ?? true) ? null : "not-this-type";
}

/** What stands in place of a placeholder: the value if it is sound, else the default, else nothing. */
export function fillingOf(parameter: Parameter, values: Values) {
  const given = Object.hasOwn(values, parameter.name) ? (values[parameter.name] ?? "") : "";
  if (given !== "" && complaintAbout(parameter, given) === null) return given;
  return parameter.type === "secret" || complaintAbout(parameter, parameter.default) ? "" : parameter.default;
}

/** The text with every placeholder filled that can be. */
export function fill(text: string, parameters: readonly Parameter[], values: Values) {
  const byName = new Map(parameters.map((one) => [one.name, one]));
  const found = placeholdersIn(text, new Set(byName.keys()));
  const pieces = found.map(({ from, to, name }, index) => {
    const parameter = byName.get(name);
    const value = parameter ? fillingOf(parameter, values) : "";
    return text.slice(found[index - 1]?.to ?? 0, from) + (value || text.slice(from, to));
  });
  return pieces.join("") + text.slice(found.at(-1)?.to ?? 0);
}

/** In an address the fields of a recipe stand apart from the page's own. A secret never stands there. */
export const fieldOf = (name: string) => `p.${name}`;

export function valuesFrom(
  asked: Readonly<Record<string, string | string[] | undefined>>,
  parameters: readonly Parameter[],
) {
  const open = parameters.filter(({ type }) => type !== "secret");
  const given = open.flatMap(({ name }) => {
    const value = asked[fieldOf(name)];
    return typeof value === "string" && value.length <= 2_000 ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { isMap } from "./said";

export type Values = Record<string, unknown>;
export type CutFile = {
  /** All before the body, fences and line ends and all: `head + body` is the file. */
  head: string;
  body: string;
  values: Values;
  dialect: "none" | "yaml" | "toml" | "unreadable";
};

/** Longer ones are no front matter. */
const mostHead = 8_000_000;

const fences = [
  { mark: "---", end: /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/m, dialect: "yaml", parse: yamlOf },
  { mark: "+++", end: /^\+\+\+[ \t]*(?:\r\n|\n|\r|$)/m, dialect: "toml", parse: parseToml },
] as const;

/**
 * Cuts a text where its front matter ends: YAML between `---`, or TOML between `+++`. What begins with a rule and says
 * nothing by key has none. Never throws: front matter that cannot be read is cut off all the same, and read line by line.
 */
export function cutFrontMatter(text: string): CutFile {
  const none: CutFile = { head: "", body: text, values: {}, dialect: "none" };
  const opened = /^\uFEFF?(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(text);
  const fence = fences.find(({ mark }) => mark === opened?.[1]);
  if (!opened || !fence) return none;
  const rest = text.slice(opened[0].length);
  const closed = fence.end.exec(rest);
  if (!closed || closed.index > mostHead) return none;
  const inner = rest.slice(0, closed.index);
  const head = text.slice(0, opened[0].length + closed.index + closed[0].length);
  const said = valuesIn(inner, fence);
  return said ? { head, body: text.slice(head.length), ...said } : none;
}

function valuesIn(
  inner: string,
  { parse, dialect }: (typeof fences)[number],
): Pick<CutFile, "values" | "dialect"> | null {
  if (inner.trim() === "") return { values: {}, dialect };
  try {
    const read: unknown = parse(inner);
    // a rule above prose, and another one below
    if (typeof read !== "object" || read === null || Array.isArray(read)) return null;
    return { values: { ...read, ...proseIn(read as Values, inner) }, dialect };
  } catch {
    const rough = lineByLine(inner);
    return Object.keys(rough).length > 0 ? { values: rough, dialect: "unreadable" } : null;
  }
}

/** A title with a colon in it, which YAML takes for a map. */
function proseIn(read: Values, inner: string): Values {
  const rough = Object.entries(lineByLine(inner));
  return Object.fromEntries(
    rough.filter(([key, text]) => /^(title|summary|description)$/i.test(key) && text && isMap(read[key])),
  );
}

/** Dates stay text, as they were written. */
function yamlOf(inner: string): unknown {
  return parseYaml(inner, { uniqueKeys: false, logLevel: "silent", maxAliasCount: 50, prettyErrors: false });
}

function lineByLine(inner: string): Values {
  const pairs = inner.split(/\r\n|\n|\r/).flatMap((line) => {
    const [, key, value] = /^([A-Za-z_][\w -]{0,60})[:=][ \t]*(.*)$/.exec(line) ?? [];
    return key === undefined ? [] : [[key, (value ?? "").replace(/^(["'])(.*)\1\s*$/, "$2").trim()] as const];
  });
  return Object.fromEntries(pairs);
}

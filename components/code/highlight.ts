import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore, type ThemedToken } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { bundledLanguages, bundledLanguagesAlias } from "shiki/langs";

/** A stretch of a line in one colour; the colour is a class, for a style of its own is not allowed to an element. */
export type Stretch = { text: string; look: string };

const theme = createCssVariablesTheme({ name: "ours", variablePrefix: "--code-" });
// what takes longer than a moment is shown in one colour
const most = { characters: 200_000, inLine: 2_000, milliseconds: 80 };

let highlighter: Promise<HighlighterCore> | undefined;
const open = () =>
  createHighlighterCore({ themes: [theme], langs: [], engine: createJavaScriptRegexEngine({ forgiving: true }) });

/** A text, line by line, in the colours of its language. An unknown language, or a text too long, is in one colour. */
export async function highlighted(text: string, language: string): Promise<Stretch[][]> {
  const lang = known(language);
  if (!lang || text.length > most.characters) return text.split(/\r\n|\n|\r/).map(plain);
  highlighter ??= open();
  const own = await highlighter;
  await own.loadLanguage(languages[lang] as (typeof bundledLanguages)["bash"]);
  const lines = own.codeToTokensBase(text, {
    lang,
    theme: "ours",
    tokenizeMaxLineLength: most.inLine,
    tokenizeTimeLimit: most.milliseconds,
  });
  return lines.map((line) => line.map(stretchOf));
}

const languages: Record<string, unknown> = { ...bundledLanguagesAlias, ...bundledLanguages };

/** What people call a language, as Shiki does. */
const alike: Record<string, string> = {
  promql: "",
  command: "bash",
  shellscript: "bash",
  puppet: "puppet",
  jenkinsfile: "groovy",
  hocon: "",
  conf: "ini",
  tf: "hcl",
  jsonnet: "jsonnet",
};

function known(language: string) {
  const name = language.trim().toLowerCase();
  const ours = Object.hasOwn(alike, name) ? (alike[name] ?? "") : name;
  return Object.hasOwn(languages, ours) ? ours : "";
}

const plain = (text: string): Stretch[] => [{ text, look: "" }];

function stretchOf({ content, color = "" }: ThemedToken): Stretch {
  const part = /--code-token-([a-z-]+)\)/.exec(color)?.[1];
  return { text: content, look: part ? `code-${part}` : "" };
}

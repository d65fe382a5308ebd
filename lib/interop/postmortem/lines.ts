/** A line of Markdown, as far as a timeline needs it. */
export type Line = {
  kind: "heading" | "row" | "item" | "text" | "code" | "blank";
  /** Of a heading 1 to 6; of anything else how far it is moved in. */
  level: number;
  /** Without the marks of its kind. */
  text: string;
  cells: string[];
  /** It stood behind `>`. */
  quoted: boolean;
};

const mostLines = 40_000;
const mostText = 20_000;

/** The lines of a text. What stands in fences is code, whatever it looks like, and comments are nothing. */
export function linesOf(markdown: string): Line[] {
  const plain = withoutComments(markdown).replace(/^\uFEFF/, "");
  let fence = "";
  return plain.split(/\r\n?|\n/, mostLines).map((raw) => {
    const [, mark = "", info = ""] = /^[\s>]{0,12}(`{3,}|~{3,})(.*)$/.exec(raw) ?? [];
    // three ticks around a few words of one line are no fence
    const opens = mark !== "" && fence === "" && !(mark.startsWith("`") && info.includes("`"));
    const closes = fence !== "" && mark.startsWith(fence) && info.trim() === "";
    if (opens) fence = mark;
    if (closes) fence = "";
    return opens || closes || fence ? line("code", 0, raw) : readLine(raw.slice(0, mostText));
  });
}

/** Comments say nothing; searched by index, for a pattern would walk back over a long text. */
function withoutComments(markdown: string) {
  let kept = "";
  let at = 0;
  for (let open = markdown.indexOf("<!--"); open >= 0; open = markdown.indexOf("<!--", at)) {
    const close = markdown.indexOf("-->", open);
    if (close < 0) break;
    kept += markdown.slice(at, open);
    at = close + 3;
  }
  return kept + markdown.slice(at);
}

const line = (kind: Line["kind"], level: number, text: string, quoted = false, cells: string[] = []): Line => ({
  ...{ kind, level, text, cells, quoted },
});

/** `<li>` and `<h3>` of those who write HTML in their Markdown. */
function withoutTags(raw: string) {
  const [, tag = ""] = /^\s*<(li|h[1-6]|p|dt|dd)(?:\s[^<>]*)?>/i.exec(raw) ?? [];
  if (!tag) return raw;
  const mark = /^h/i.test(tag) ? `${"#".repeat(Number(tag[1]))} ` : /^li$/i.test(tag) ? "- " : "";
  return mark + raw.replaceAll(/<\/?(?:li|h[1-6]|p|dt|dd|strong|b|em|i|u|span|code|ul|ol)(?:\s[^<>]*)?>/gi, "").trim();
}

function readLine(source: string): Line {
  const raw = withoutTags(source);
  const [quote = ""] = /^\s{0,3}(?:>\s?){1,5}/.exec(raw) ?? [];
  const quoted = quote !== "";
  const rest = raw.slice(quote.length).replaceAll("\t", "    ");
  const text = rest.trim();
  const indent = rest.length - rest.trimStart().length;
  if (!text) return line("blank", 0, "", quoted);
  const [, marks = "", title = ""] = /^(#{1,6})\s+(.*)$/.exec(text) ?? [];
  if (marks) return line("heading", marks.length, title.replace(/\s#+$/, ""), quoted);
  if (text.startsWith("|") && text.length > 1) return line("row", indent, text, quoted, cellsOf(text));
  const [, bullet = "", item = ""] = /^([-*+•–]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/.exec(text) ?? [];
  if (bullet) return line("item", indent, item, quoted);
  return line("text", indent, text, quoted);
}

/** Cells of a row; a bar behind `\` or in code belongs to its cell. */
export function cellsOf(row: string) {
  const cells = [""];
  let code = false;
  for (let at = 1; at < row.length; at++) {
    const letter = row[at] ?? "";
    if (letter === "`") code = !code;
    if (letter === "\\" && row[at + 1] === "|") continue;
    if (letter === "|" && row[at - 1] !== "\\" && !code) cells.push("");
    else cells[cells.length - 1] += letter;
  }
  if (cells.at(-1)?.trim() === "") cells.pop();
  return cells.map((cell) => cell.trim());
}

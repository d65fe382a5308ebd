import { parseAst } from "vite";

type Node = { type: string; start: number; end: number; id?: { name?: string } | null; [field: string]: unknown };
export type Measured = { name: string; line: number; lines: number; nesting: number };

const isFunction = ({ type }: Node) => /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type);
const control = /^(If|For|ForOf|ForIn|While|DoWhile|Switch|Try)Statement$/;

/** Every function of a file with its own lines, those of functions inside it left out, and its deepest nesting. */
export function functionsIn(path: string, text: string): Measured[] {
  const program = parseAst(text, { lang: path.endsWith("x") ? "tsx" : "ts" }) as unknown as Node;
  const lineOf = lineCounter(text);
  return everyFunction(program).map((node) => {
    const span = ({ start, end }: Node) => lineOf(end) - lineOf(start) + 1;
    const inner = outermost(node).reduce((sum, nested) => sum + span(nested) - 1, 0);
    const name = node.id?.name ?? "(unnamed)";
    return { name, line: lineOf(node.start), lines: span(node) - inner, nesting: depth(node, true) };
  });
}

function everyFunction(node: Node): Node[] {
  return outermost(node).flatMap((found) => [found, ...everyFunction(found)]);
}

/** The functions inside a node that are not inside another one. */
function outermost(node: Node): Node[] {
  return children(node).flatMap((child) => (isFunction(child) ? [child] : outermost(child)));
}

function depth(node: Node, outermostOne = false): number {
  if (isFunction(node) && !outermostOne) return 0;
  const inner = children(node).map((child) => depth(child) - (isElseIf(node, child) ? 1 : 0));
  return Math.max(0, ...inner) + (control.test(node.type) ? 1 : 0);
}

const isElseIf = (node: Node, child: Node) =>
  node.type === "IfStatement" && child === node.alternate && child.type === "IfStatement";

function children(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function lineCounter(text: string) {
  let line = 1;
  const lines = Uint32Array.from({ length: text.length + 1 }, (_, at) => (text[at - 1] === "\n" ? ++line : line));
  return (offset: number) => lines[offset] ?? line;
}

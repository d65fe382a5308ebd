import { parseAllDocuments } from "yaml";
import { z } from "zod";
import type { Threshold } from "@/lib/alert/rules";

/** A rule of Prometheus, Loki or Mimir with a threshold that can be run over a series of what stands on its left. */
export type Alert = { name: string; expression: string; left: string; threshold: Threshold };

const rule = z.object({ alert: z.coerce.string(), expr: z.coerce.string(), for: z.coerce.string().optional() });

const comparison = /^([\s\S]*[^=!<>\s])\s*(==|!=|>=|<=|>|<)\s*(?:bool\s+)?([-+\d.e*/ ()]+)$/i;
const seconds: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800, y: 31_536_000 };

/** The alerts of a file of rules, in whatever they are wrapped; those without a number to compare with are not among them. */
export function readAlerts(text: string): Alert[] {
  // what only looks like YAML has no rules
  const documents = parseAllDocuments(text).filter((one) => "errors" in one && one.errors.length === 0);
  return documents.flatMap((one) => rulesIn(one.toJS({ maxAliasCount: 50 }), 0)).flatMap(alertOf);
}

function rulesIn(value: unknown, depth: number): z.output<typeof rule>[] {
  if (depth > 8 || typeof value !== "object" || value === null) return [];
  const read = rule.safeParse(value);
  return read.success ? [read.data] : Object.values(value).flatMap((inner) => rulesIn(inner, depth + 1));
}

function alertOf({ alert, expr, for: held = "0s" }: z.output<typeof rule>): Alert[] {
  const [, left, sign, right = ""] = comparison.exec(withoutGuards(expr.trim())) ?? [];
  const value = left && isWhole(left) ? productOf(right) : null;
  if (left === undefined || value === null) return [];
  const threshold = { comparison: sign as Threshold["comparison"], value, forS: durationOf(held) };
  return [{ name: alert, expression: expr.trim(), left: left.trim(), threshold }];
}

const guard = /^([\s\S]*\S)\s+and\s+(?:on\s*\([^()]*\)\s*)?([\s\S]*\S)\s*>\s*0$/;
const squeezed = (text: string) => text.replaceAll(/\s+/g, "");

/**
 * `a / b > 0.9 and b > 0` asks nothing more than `a / b > 0.9`: of a division by nothing no comparison is true. Brackets
 * around all of it say nothing either.
 */
function withoutGuards(expr: string): string {
  if (expr.length > 4_000) return expr;
  const inner = /^\(([\s\S]*)\)$/.exec(expr)?.[1];
  if (inner !== undefined && isBalanced(inner)) return withoutGuards(inner.trim());
  const [, rule = "", divisor = ""] = guard.exec(expr) ?? [];
  const divides =
    rule && squeezed(rule.replaceAll(/[()]/g, "")).includes(`/${squeezed(divisor.replaceAll(/[()]/g, ""))}`);
  return divides ? withoutGuards(rule) : expr;
}

function isBalanced(text: string) {
  let open = 0;
  for (const letter of text) {
    if (letter === "(") open++;
    if (letter === ")") open--;
    if (open < 0) return false;
  }
  return open === 0;
}

/** One comparison and nothing beside it: no `and` outside of brackets, no bracket left open. */
function isWhole(left: string) {
  let outside = left.replaceAll(/"(?:[^"\\]|\\.)*"/g, "").replaceAll(/\{[^{}]*\}/g, "");
  for (let before = ""; before !== outside; ) {
    before = outside;
    outside = outside.replaceAll(/\([^()]*\)/g, "").replaceAll(/\[[^[\]]*\]/g, "");
  }
  return !/[()]|[=<>]|\b(and|or|unless)\b/.test(outside);
}

/** `0.9`, `10 * 1024`, `5 / 100`; nothing else is computed. */
function productOf(text: string): number | null {
  const parts = text
    .replaceAll(/[()]/g, "")
    .split(/([*/])/)
    .map((part) => part.trim());
  let value = Number(parts[0] || Number.NaN);
  for (let index = 1; index < parts.length; index += 2) {
    const by = Number(parts[index + 1] || Number.NaN);
    value = parts[index] === "*" ? value * by : value / by;
  }
  return Number.isFinite(value) ? value : null;
}

function durationOf(text: string) {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdwy])/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (seconds[unit ?? ""] ?? 0), 0);
}

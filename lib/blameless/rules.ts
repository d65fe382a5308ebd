import type { PostmortemDocument } from "@/lib/postmortem/input";

/** Somewhere a text may name a person where a role would tell more. A suggestion: it is never counted, and holds up nothing. */
export type Hint = { kind: "counterfactual" | "failed" | "human-error" | "handle" | "blame"; quote: string };

// a person or a team as the one who acts; of components the same words are plain description
const people =
  "engineers?|developers?|operators?|admins?|teams?|on-?call(?:er)?|person|people|users?|colleagues?|SREs?|deployers?|authors?|reviewers?|responders?";
const somebody = String.raw`(?:he|she|they|we|I|someone|somebody|nobody|@[\w-]{1,39}|(?:the|our|an?) (?:[\w-]{1,30} )?(?:${people}))`;

const patterns: [Hint["kind"], RegExp][] = [
  [
    "counterfactual",
    new RegExp(
      String.raw`\b${somebody} (?:really |simply |just )?(?:could|should|ought to|would)(?: not|n't)? have \w+`,
      "i",
    ),
  ],
  [
    "failed",
    new RegExp(String.raw`\b${somebody} (?:failed|neglected|forgot|omitted|did(?: not|n't) bother) to \w+`, "i"),
  ],
  ["human-error", /\b(?:human|operator|user) (?:error|mistake)\b/i],
  [
    "blame",
    /\b(?:careless(?:ly|ness)?|sloppy|negligen(?:t|ce)|incompeten(?:t|ce)|stupid(?:ly|ity)?|lazy(?![- ]?load)|lazily(?! load)|to blame|at fault)\b/i,
  ],
  ["handle", /(?<![\w/.@])@[A-Za-z][\w-]{1,38}(?=[ :,](?!\w+\/))/],
];

const mostHints = 30;
const around = 90;

/** Sentences that a reader may hear as blame, with words around them. */
export function hintsIn(text: string): Hint[] {
  const prose = text
    .slice(0, 200_000)
    .split(/^\s*(?:```|~~~).*$/m)
    .filter((_, position) => position % 2 === 0)
    .join("\n");
  const plain = prose.replaceAll(/`[^`\n]{0,500}`|https?:\/\/\S+/g, " ");
  return plain
    .split(/(?<=[.!?])\s+|\n+/)
    .flatMap(hintOf)
    .slice(0, mostHints);
}

function hintOf(sentence: string): Hint[] {
  if (sentence.length > 2_000) return [];
  const [hint] = patterns.flatMap(([kind, pattern]) => {
    const match = pattern.exec(sentence);
    return match ? [{ kind, quote: quoted(sentence, match.index, match[0].length) }] : [];
  });
  return hint ? [hint] : [];
}

function quoted(sentence: string, at: number, length: number) {
  const [from, to] = [Math.max(0, at - around), Math.min(sentence.length, at + length + around)];
  return `${from > 0 ? "…" : ""}${sentence.slice(from, to).trim()}${to < sentence.length ? "…" : ""}`;
}

/** Of all that a post-mortem says. */
export function hintsOf({ body, summary, timeline, factors, wentBadly, impact }: PostmortemDocument): Hint[] {
  const texts = [summary, impact, body, ...[...timeline, ...factors].map(({ text }) => text), ...wentBadly];
  const hints = hintsIn(texts.join("\n\n"));
  return hints.filter((hint, position) => hints.findIndex(({ quote }) => quote === hint.quote) === position);
}

import lighthouse, { type Result } from "lighthouse";

export type Verdict = { scores: Record<string, number>; report: Result };

const mostTries = 3;

/**
 * One look of Lighthouse with its own phone, network and processor, at a browser that listens on that port. A trace
 * that could not be recorded says nothing of the page: it is taken again.
 */
export async function judge(url: string, cookie: string, port: number): Promise<Verdict> {
  const onlyCategories = ["performance", "accessibility", "best-practices"];
  for (let tries = 1; ; tries++) {
    const result = await lighthouse(url, { port, onlyCategories, extraHeaders: { cookie }, logLevel: "error" });
    const failure = result ? result.lhr.runtimeError?.message : "Lighthouse said nothing.";
    if (result && !failure) return { scores: scoresOf(result.lhr), report: result.lhr };
    if (tries === mostTries) throw new Error(`${url}: ${failure}`);
  }
}

function scoresOf({ categories }: Result) {
  return Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]));
}

/** Whatever costs points, and where. */
export function complaints({ report }: Verdict) {
  return Object.values(report.categories).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter(({ weight }) => weight > 0)
      .map((ref) => report.audits[ref.id])
      .flatMap((audit) => (audit && audit.score !== null && audit.score < 0.99 ? [lineOf(id, audit)] : [])),
  );
}

function lineOf(category: string, { id, score, displayValue, details }: Result["audits"][string]) {
  const items = details && "items" in details ? (details.items as unknown[]) : [];
  const where = items.flatMap(
    (item) => /"(?:selector|source|description)":"([^"]+)"/.exec(JSON.stringify(item))?.[1] ?? [],
  );
  return [`${category}: ${id} ${score}`, displayValue, ...where.slice(0, 3)].filter(Boolean).join(" · ");
}

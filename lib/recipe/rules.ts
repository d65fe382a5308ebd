/** Ask for another look two weeks before it is due. */
const soonDays = 14;

/** Whether somebody still looks after a recipe, by the day until which they promised to look again. */
export function freshness(reviewBy: string | null, today: Date): "fresh" | "soon" | "overdue" | null {
  if (!reviewBy) return null;
  const days = (Date.parse(`${reviewBy}T23:59:59Z`) - today.getTime()) / 86_400_000;
  if (days < 0) return "overdue";
  return days <= soonDays ? "soon" : "fresh";
}

/** Where a name leads: to a published entry (its slug or its address here), elsewhere, or nowhere. */
export function targetOf(target: string): { own?: string; elsewhere?: string } {
  const slug = /^(?:\/library\/)?([a-z0-9][a-z0-9-]{2,120})$/.exec(target)?.[1];
  if (target.startsWith("/library/") && slug) return { own: `/library/${slug}` };
  return /^https?:\/\/[^\s]+$/.test(target) && URL.canParse(target) ? { elsewhere: target } : {};
}

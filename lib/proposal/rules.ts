/** Who is named, once each, in the order in which they came to it. */
export function creditedTo(before: string, more: string) {
  const named = before.split(/;\s*/).filter(Boolean);
  return more === "" || named.includes(more) ? before : [...named, more].join("; ").slice(0, 500);
}

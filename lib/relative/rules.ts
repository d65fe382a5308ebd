const minute = 60_000;

/** The first day of a calendar that tells nothing: what is published with relative times begins there, with all its series. */
export const firstDay = Date.UTC(2000, 0, 1);

/** `T+00:12`, `T-01:30`, `T+2d 03:00`. */
export function sinceText(zero: number, at: number, inDays = false) {
  const minutes = Math.round((at - zero) / minute);
  const [sign, all] = [minutes < 0 ? "-" : "+", Math.abs(minutes)];
  const days = Math.floor(all / 1440);
  if (inDays) return `T${sign}${Math.round(all / 1440)}d`;
  return `T${sign}${days > 0 ? `${days}d ` : ""}${parts(Math.floor((all % 1440) / 60), all % 60)}`;
}

/** `T+00:12:30`, `T-50:00:00`: hours go on past the day, so that a column of them is of one kind. */
export function exactlySince(zero: number, at: number) {
  const seconds = Math.abs(at - zero) / 1_000;
  const rest = Math.round((seconds % 60) * 1_000) / 1_000;
  const clock = parts(Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, Math.floor(rest));
  return `T${at < zero ? "-" : "+"}${clock}${rest % 1 === 0 ? "" : rest.toFixed(3).slice(rest.toFixed(3).indexOf("."))}`;
}

const parts = (...numbers: number[]) => numbers.map((part) => String(part).padStart(2, "0")).join(":");

/**
 * From when everything counts that stands beside such a document: `zero` is its beginning, `begun` when its series begin. Null:
 * its times are times.
 */
export function countedFrom(zone: string | null, zero: number | null, begun: readonly number[] = []) {
  const first = zero ?? (begun.length > 0 ? Math.min(...begun) : null);
  return zone === null && first === firstDay ? firstDay : null;
}

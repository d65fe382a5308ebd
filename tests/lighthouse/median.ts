/** The middle one; of an even number, the lower of the two. */
export function median(numbers: readonly number[]) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

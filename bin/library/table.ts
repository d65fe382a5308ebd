/** Columns as wide as their widest cell, below their names. */
export function tablePrinted(columns: readonly string[], rows: readonly string[][]) {
  const widths = columns.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd();
  return [columns, ...rows].map(line).join("\n");
}

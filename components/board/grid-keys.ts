import type { KeyboardEvent } from "react";

const steps: Record<string, [slots: number, rooms: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys go from cell to cell of the board, whatever its direction on screen. */
export function walkCells(key: KeyboardEvent<HTMLElement>) {
  const [slot, room] = ((key.target as HTMLElement).dataset.cell ?? "").split(":").map(Number);
  const step = steps[key.key];
  if (slot === undefined || room === undefined || !step) return;
  const next = key.currentTarget.querySelector<HTMLElement>(`[data-cell="${slot + step[0]}:${room + step[1]}"]`);
  if (!next) return;
  key.preventDefault();
  next.focus();
}

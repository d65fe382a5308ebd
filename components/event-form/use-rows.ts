"use client";

import { useContext, useState, useSyncExternalStore } from "react";
import { SentForm } from "@/components/form/complaint";
import type { FormState } from "@/lib/web/form-state";

export type Row<T> = { number: number; draft: T };

/**
 * Rows of a form that come and go. A row keeps its number, so that what was typed stays with it; after a refusal
 * without JavaScript the rows are those that came back filled.
 */
export function useRows<T>(list: string, drafts: readonly T[], blank: T, atLeast: number) {
  const sent = useContext(SentForm);
  const [rows, setRows] = useState(() => numbered(numbersIn(sent, list), drafts, blank, atLeast));
  const next = Math.max(-1, ...rows.map(({ number }) => number)) + 1;
  return {
    rows,
    /** Numbers for blank rows where there is no script to add one. */
    spare: [next, next + 1, next + 2, next + 3],
    add: (more: readonly T[]) => setRows([...rows, ...more.map((draft, index) => ({ number: next + index, draft }))]),
    remove: (number: number) => setRows(rows.filter((row) => row.number !== number)),
  };
}

function numbered<T>(came: number[] | null, drafts: readonly T[], blank: T, atLeast: number): Row<T>[] {
  if (came) return came.map((number) => ({ number, draft: blank }));
  const padded = [...drafts, ...new Array<T>(Math.max(0, atLeast - drafts.length)).fill(blank)];
  return padded.map((draft, number) => ({ number, draft }));
}

/** Which rows of a refused form had anything in them; null for a form that was not refused. */
function numbersIn(sent: FormState, list: string) {
  if (sent.status !== "refused") return null;
  const filled = Object.entries(sent.values).filter(([name, value]) => name.startsWith(`${list}.`) && value !== "");
  return [...new Set(filled.map(([name]) => Number(name.split(".")[1])))].sort((a, b) => a - b);
}

/** False on the server and where no script runs. */
export function useScripted() {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}

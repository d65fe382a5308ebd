"use client";

import { type ReactNode, useContext } from "react";
import { SentForm } from "./complaint";

/** The fields of a form behind its summary; open while they hold what was refused. Inside an `ActionForm`. */
export function Fold({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const { status } = useContext(SentForm);
  return (
    <details className="fold" open={status === "refused" || undefined}>
      <summary>{summary}</summary>
      <div className="grid gap-3 pb-3">{children}</div>
    </details>
  );
}

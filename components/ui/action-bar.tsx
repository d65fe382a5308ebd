import type { ReactNode } from "react";

/** The one thing to do now, above the places under the thumb; on a desk on top of the page. */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div className="action-bar">
      <div>{children}</div>
    </div>
  );
}

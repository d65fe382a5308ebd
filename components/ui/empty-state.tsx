import type { ReactNode } from "react";

type EmptyStateProps = {
  /** What would be here. */
  title: ReactNode;
  /** The sentence that helps. */
  children?: ReactNode;
  action?: ReactNode;
};

/** A vacant place that says how it gets filled. Props: title, children, action (a button). */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="vacant grid justify-items-center gap-2 px-6 py-10 text-center">
      <p className="font-semibold text-lg">{title}</p>
      {children && <p className="max-w-[38ch] text-soft">{children}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}

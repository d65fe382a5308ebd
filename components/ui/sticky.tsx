import type { ComponentProps } from "react";

type StickyProps = ComponentProps<"div"> & {
  /** Belongs to the person who looks. */
  mine?: boolean;
};

/** A sticky note: anything that people wrote. Props: mine, and all of div. */
export function Sticky({ mine = false, className = "", ...rest }: StickyProps) {
  return <div data-mine={mine || undefined} className={`sticky-note ${className}`} {...rest} />;
}

/** A calm card for everything that is not a note. Props: all of div. */
export function Card({ className = "", ...rest }: ComponentProps<"div">) {
  return <div className={`card p-4 ${className}`} {...rest} />;
}

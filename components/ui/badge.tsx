import type { ReactNode } from "react";

const tones = {
  plain: "border border-edge text-soft",
  accent: "bg-accent text-on-accent",
  mine: "bg-mine text-ink border border-mine-edge",
  good: "bg-good-wash text-good",
  warn: "bg-warn-wash text-warn",
  bad: "bg-bad-wash text-bad",
};

type BadgeProps = { tone?: keyof typeof tones; children: ReactNode };

/** One or two words beside a thing. Props: tone (plain, accent, mine, good, warn, bad). */
export function Badge({ tone = "plain", children }: BadgeProps) {
  return <span className={`badge ${tones[tone]}`}>{children}</span>;
}

import type { ReactNode } from "react";
import { Icon } from "./icon";

const icons = { info: "info", good: "good", warn: "offline", bad: "bad" } as const;
const tones = {
  info: "bg-accent-wash text-accent",
  good: "bg-good-wash text-good",
  warn: "bg-warn-wash text-warn",
  bad: "bg-bad-wash text-bad",
};

type NoticeProps = {
  /** info, good (done), warn (works, but), bad (refused; announced at once). */
  tone?: keyof typeof tones;
  /** What happened, one sentence. */
  title: ReactNode;
  /** What to do now. */
  children?: ReactNode;
  action?: ReactNode;
};

/** A sentence the person has to see, in place. Props: tone, title, children, action (a button). */
export function Notice({ tone = "info", title, children, action }: NoticeProps) {
  return (
    <div role={tone === "bad" ? "alert" : "status"} className={`flex items-start gap-3 rounded-md p-3 ${tones[tone]}`}>
      <Icon name={icons[tone]} className="mt-px" />
      <div className="grow">
        <p className="font-semibold">{title}</p>
        {children && <div className="text-ink text-sm">{children}</div>}
      </div>
      {action}
    </div>
  );
}

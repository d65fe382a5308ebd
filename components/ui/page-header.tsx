import type { ReactNode } from "react";
import { BackLink } from "./back-link";

type PageHeaderProps = {
  title: ReactNode;
  /** A line above the title: the event, the day. */
  over?: ReactNode;
  children?: ReactNode;
  /** Where back leads and what it is called. */
  back?: { href: string; label: string };
  action?: ReactNode;
};

/** The heading of a page. Props: title, over, back {href, label}, action, children (a line below). */
export function PageHeader({ title, over, children, back, action }: PageHeaderProps) {
  return (
    <header className="pt-3 pb-4">
      {back && <BackLink {...back} />}
      {over && <p className="text-sm text-soft">{over}</p>}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h1 className="min-w-0 flex-[1_1_14rem] font-bold text-xl tracking-tight [overflow-wrap:anywhere]">{title}</h1>
        {action}
      </div>
      {children && <div className="mt-1 text-soft">{children}</div>}
    </header>
  );
}

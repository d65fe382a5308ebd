import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

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
      {back && (
        <Link href={back.href} className="-ml-1.5 inline-flex min-h-11 items-center gap-0.5 pr-2 text-accent text-sm">
          <ChevronLeft aria-hidden className="size-5" />
          {back.label}
        </Link>
      )}
      {over && <p className="text-sm text-soft">{over}</p>}
      <div className="flex items-start justify-between gap-4">
        <h1 className="font-bold text-xl tracking-tight">{title}</h1>
        {action}
      </div>
      {children && <div className="mt-1 text-soft">{children}</div>}
    </header>
  );
}

import type { MouseEvent, ReactNode } from "react";
import { Link } from "@/components/ui/link";

export type Tab = { key: string; label: ReactNode; href: string };

type TabsProps = {
  /** What is being switched, for those who listen. */
  label: string;
  tabs: readonly Tab[];
  current: string;
  /** With JavaScript: called instead of following the link. */
  onChoose?: (key: string) => void;
};

/** Links in a row that scrolls by itself; each is a real address. Props: label, tabs, current, onChoose. */
export function Tabs({ label, tabs, current, onChoose }: TabsProps) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none]">
      <ul className="flex min-w-max gap-1 border-line border-b">
        {tabs.map(({ key, label: words, href }) => (
          <li key={key}>
            <Link
              href={href}
              replace
              scroll={false}
              aria-current={key === current ? "page" : undefined}
              className="tab"
              {...(onChoose && { onClick: instead(() => onChoose(key)) })}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function instead(choose: () => void) {
  return (click: MouseEvent) => {
    click.preventDefault();
    choose();
  };
}

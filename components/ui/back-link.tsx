import { Link } from "@/components/ui/link";
import { Icon } from "./icon";

/** The way one level up, on top of a page. Props: href, label. */
export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} className="-ml-1.5 inline-flex min-h-11 items-center gap-0.5 pr-2 text-accent text-sm">
      <Icon name="back" />
      {label}
    </Link>
  );
}

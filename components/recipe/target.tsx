import { Link } from "@/components/ui/link";
import { targetOf } from "@/lib/recipe/rules";

/** What a recipe names: an entry of the library as a link, an address elsewhere as one, any other name as a name. */
export function Target({ children }: { children: string }) {
  const { own, elsewhere } = targetOf(children);
  if (own)
    return (
      <Link href={own} className="text-accent underline">
        {children}
      </Link>
    );
  if (elsewhere)
    return (
      <a href={elsewhere} rel="nofollow noopener noreferrer" className="text-accent underline">
        {children}
      </a>
    );
  return <span className="font-mono">{children}</span>;
}

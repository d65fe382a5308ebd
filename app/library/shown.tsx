import { PublishedPage } from "@/components/library/published-page";
import type { Published } from "@/lib/publication/queries";
import { similarToPublished } from "@/lib/search/queries/similar";

type ShownProps = { found: Published; asked: Readonly<Record<string, string | string[] | undefined>> };

/** A public entry with those that are like it; like what is gone there is nothing. */
export async function ShownEntry({ found, asked }: ShownProps) {
  return <PublishedPage found={found} asked={asked} similar={found.isGone ? [] : await similarToPublished(found.id)} />;
}

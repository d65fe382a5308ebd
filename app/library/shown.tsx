import { PublishedPage } from "@/components/library/published-page";
import { SawPublished } from "@/components/library/saw-published";
import type { Published } from "@/lib/publication/queries";
import { viewSawPublished } from "@/lib/saw/queries";
import { similarToPublished } from "@/lib/search/queries/similar";
import { viewerId } from "@/lib/web/viewer";
import { saySawAction } from "./[slug]/actions";

type ShownProps = { found: Published; asked: Readonly<Record<string, string | string[] | undefined>> };

/** A public entry with those that are like it, and how many saw the same; of what is gone there is nothing. */
export async function ShownEntry({ found, asked }: ShownProps) {
  if (found.isGone) return <PublishedPage found={found} asked={asked} similar={[]} />;
  const { id, slug } = found;
  const me = await viewerId();
  const [similar, sawn] = [await similarToPublished(id), await viewSawPublished(id, me)];
  const below = <SawPublished sawn={sawn} isSignedIn={me !== null} say={saySawAction.bind(null, slug)} />;
  return <PublishedPage found={found} asked={asked} similar={similar} below={below} />;
}

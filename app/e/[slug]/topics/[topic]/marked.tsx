import { Watermark } from "@/components/watermark/watermark";
import { viewTopicWatermark } from "@/lib/retention/queries";
import { look } from "@/lib/web/look";

/** The reader's name over a confidential topic of an open day; a private day's pages all have it. */
export async function Marked({ slug, topicId }: { slug: string; topicId: string }) {
  const mark = await look(viewTopicWatermark, slug, { topicId });
  return mark && <Watermark {...mark} />;
}

import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { viewIsRehearsed } from "@/lib/rehearsal/queries";
import { look } from "@/lib/web/look";

/** The way to what is rehearsed in this topic; nothing when nothing is. */
export async function Rehearsed({ slug, topicId }: { slug: string; topicId: string }) {
  if (!(await look(viewIsRehearsed, slug, { topicId }))) return null;
  const t = await getTranslations("rehearsal");
  return (
    <LinkButton href={`/e/${slug}/topics/${topicId}/rehearsal`} className="justify-self-start">
      {t("open")}
    </LinkButton>
  );
}

import { getTranslations } from "next-intl/server";
import { BeginForm } from "@/components/entry/begin-form";
import { SpacePage } from "@/components/entry/space-page";
import { TemplateLinks } from "@/components/postmortem/template-links";
import { Notice } from "@/components/ui/notice";
import { viewBeginning } from "@/lib/entry/queries/list";
import { bodyOf, isTemplate } from "@/lib/template/rules";
import { lookInSpace } from "@/lib/web/space";
import { beginAction } from "../actions";

type NewProps = {
  params: Promise<{ space: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewEntryPage({ params, searchParams }: NewProps) {
  const { space: slug } = await params;
  const { topic, kind, template } = await searchParams;
  const topicId = typeof topic === "string" ? topic : null;
  const { told, ...space } = await lookInSpace(viewBeginning, slug, { topicId });
  const [t, words] = await Promise.all([getTranslations("entry"), getTranslations("template")]);
  const chosen = topicId === null && isTemplate(template) ? template : null;
  const begun = chosen && bodyOf(chosen, (part) => ({ title: words(`section.${part}`), hint: words(`hint.${part}`) }));
  return (
    <SpacePage space={space} title={t("new")}>
      <div className="grid max-w-2xl gap-4">
        {told && <Notice title={t("bornIn", { event: told.eventName })}>{t("bornInHelp")}</Notice>}
        {topicId === null && <TemplateLinks at={`/s/${slug}/new`} chosen={chosen} />}
        <BeginForm
          key={chosen ?? ""}
          begin={beginAction.bind(null, slug)}
          kind={kind === "postmortem" ? "postmortem" : "recipe"}
          topicId={topicId}
          title={told?.title ?? ""}
          body={told?.body ?? begun ?? ""}
        />
      </div>
    </SpacePage>
  );
}

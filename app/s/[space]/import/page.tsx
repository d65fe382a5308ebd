import { getTranslations } from "next-intl/server";
import { PasteForm, RepositoryForm, UploadForm } from "@/components/import/import-forms";
import { MachinePage } from "@/components/import/machine-page";
import { Repositories } from "@/components/import/repositories";
import { Section } from "@/components/me/section";
import { Words } from "@/components/ui/words";
import { viewImports } from "@/lib/import/queries";
import { lookInSpace } from "@/lib/web/space";
import { askForRepositoryAction, importPastedAction, importUploadedAction } from "./actions";

type ImportProps = { params: Promise<{ space: string }> };

export default async function ImportPage({ params }: ImportProps) {
  const { space } = await params;
  const { asked, hosts } = await lookInSpace(viewImports, space, undefined);
  const t = await getTranslations("interop");
  return (
    <MachinePage space={space} title={t("import.title")}>
      <p className="mb-4 text-soft">{t("import.help")}</p>
      <Words namespaces={["ui", "interop", "refused"]}>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Section title={t("import.uploadTitle")}>
            <UploadForm space={space} action={importUploadedAction.bind(null, space)} />
          </Section>
          <Section title={t("import.pasteTitle")}>
            <PasteForm space={space} action={importPastedAction.bind(null, space)} />
          </Section>
          <Section title={t("import.fetchTitle")}>
            <RepositoryForm action={askForRepositoryAction.bind(null, space)} hosts={hosts} />
          </Section>
          {asked.length > 0 && (
            <Section title={t("repository.title")}>
              <Repositories space={space} asked={asked} now={new Date()} />
            </Section>
          )}
        </div>
      </Words>
    </MachinePage>
  );
}

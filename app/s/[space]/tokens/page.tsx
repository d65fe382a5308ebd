import { getTranslations } from "next-intl/server";
import { MachinePage } from "@/components/import/machine-page";
import { SpaceTokens } from "@/components/import/space-tokens";
import { Section } from "@/components/me/section";
import { CopyLink } from "@/components/ui/copy-link";
import { Words } from "@/components/ui/words";
import { viewSpaceTokens } from "@/lib/token/queries";
import { publicOrigin } from "@/lib/web/public-address";
import { lookInSpace } from "@/lib/web/space";
import { endTokenAction, makeTokenAction } from "./actions";

type TokensProps = { params: Promise<{ space: string }> };

const api = "/api/library/v1";
const line = "inline-flex min-h-11 items-center underline";

export default async function TokensPage({ params }: TokensProps) {
  const { space } = await params;
  const { tokens, mayWrite } = await lookInSpace(viewSpaceTokens, space, undefined);
  const t = await getTranslations("interop");
  const origin = await publicOrigin();
  const copying = { copy: t("tokens.copy"), copied: t("tokens.copied") };
  const forms = { make: makeTokenAction.bind(null, space), end: endTokenAction.bind(null, space) };
  return (
    <MachinePage space={space} title={t("tokens.title")}>
      <p className="mb-4 text-soft">{t("tokens.help")}</p>
      <Words namespaces={["ui", "interop", "refused"]}>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <SpaceTokens tokens={tokens} mayWrite={mayWrite} origin={origin} now={new Date()} {...forms} />
          <Section title={t("tokens.apiTitle")}>
            <p className="text-soft">{t("tokens.apiHelp")}</p>
            <CopyLink label={t("tokens.apiTitle")} address={`${origin}${api}`} {...copying} />
            <a className={line} href={`${api}/openapi.json`}>
              {t("tokens.description")}
            </a>
          </Section>
          <Section title={t("export.title")}>
            <p className="text-soft">{t("export.help")}</p>
            <ul className="grid gap-1">
              {(["markdown", "json", "site"] as const).map((format) => (
                <li key={format}>
                  <a className={line} href={`/s/${space}/export/${format}`} download>
                    {t(`export.${format}`)}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </Words>
    </MachinePage>
  );
}

import { getTranslations } from "next-intl/server";
import { NarrowPage } from "@/components/sign-in/narrow-page";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { sendsBySmtp } from "@/lib/web/mail";

export default async function SentPage() {
  const t = await getTranslations("signin");
  return (
    <NarrowPage title={t("sent")}>
      <p>{t("sentHelp")}</p>
      <p className="text-soft">{t("sentWhere")}</p>
      {!sendsBySmtp() && <Notice title={t("outbox")}>{t("outboxHelp")}</Notice>}
      <LinkButton href="/sign-in" look="plain" className="justify-self-start">
        {t("again")}
      </LinkButton>
    </NarrowPage>
  );
}

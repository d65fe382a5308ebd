import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EraseForm } from "@/components/retention/erase-form";
import { NarrowPage } from "@/components/sign-in/narrow-page";
import { BackLink } from "@/components/ui/back-link";
import { Notice } from "@/components/ui/notice";
import { viewerBar } from "@/lib/web/own-data";
import { viewer } from "@/lib/web/viewer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("retention"))("erase.title"), robots: { index: false } };
}

export default async function ErasePage() {
  const person = await viewer();
  if (!person) redirect("/sign-in?next=/account");
  const [t, refused, bar] = [await getTranslations("retention"), await getTranslations("refused"), await viewerBar()];
  return (
    <NarrowPage title={t("erase.title")}>
      <ul className="grid list-disc gap-2 pl-5">
        <li>{t("erase.goes")}</li>
        <li>{t("erase.stays")}</li>
        <li>{t("erase.limits")}</li>
      </ul>
      {bar ? <Notice tone="bad" title={refused(bar as "under-hold")} /> : <EraseForm />}
      <BackLink href="/account" label={t("back")} />
    </NarrowPage>
  );
}

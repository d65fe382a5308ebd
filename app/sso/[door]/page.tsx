import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NarrowPage } from "@/components/sign-in/narrow-page";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { safeNext } from "@/lib/web/auth";
import { lookForDoor } from "@/lib/web/sso";

type SsoProps = {
  params: Promise<{ door: string }>;
  searchParams: Promise<{ next?: string; error?: string }>;
};

export const metadata: Metadata = { robots: { index: false } };

const complaints = ["sso-failed", "sso-not-yours", "sso-barred", "sso-unreachable"];

/** Where a company's people begin. Nobody guesses this address, and it names no company. */
export default async function SsoPage({ params, searchParams }: SsoProps) {
  const [{ door }, { next, error = "" }] = [await params, await searchParams];
  await lookForDoor(door);
  const [t, refused] = await Promise.all([getTranslations("sso"), getTranslations("refused")]);
  return (
    <NarrowPage title={t("door.title")}>
      {complaints.includes(error) && <Notice tone="bad" title={refused(error)} />}
      <p className="text-soft">{t("door.help")}</p>
      <form method="post" action={`/sso/${door}/start`} className="grid">
        <input type="hidden" name="next" value={safeNext(next)} />
        <Button type="submit" look="primary" large>
          {t("door.go")}
        </Button>
      </form>
    </NarrowPage>
  );
}

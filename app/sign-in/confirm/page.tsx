import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NarrowPage } from "@/components/sign-in/narrow-page";
import { Button } from "@/components/ui/button";
import { safeNext } from "@/lib/web/auth";

type ConfirmProps = { searchParams: Promise<{ token?: string; email?: string; callbackUrl?: string }> };

/** The address holds a secret: it must not travel on. */
export const metadata: Metadata = { referrer: "no-referrer", robots: { index: false } };

/** Where a mailed link leads. Opening it changes nothing, for mail scanners open links; its button signs in. */
export default async function ConfirmPage({ searchParams }: ConfirmProps) {
  const { token = "", email = "", callbackUrl } = await searchParams;
  const t = await getTranslations("signin");
  return (
    <NarrowPage title={t("confirm")}>
      <p className="text-soft">{t("confirmHelp")}</p>
      <form method="get" action="/api/auth/callback/email" className="grid">
        <input type="hidden" name="callbackUrl" value={safeNext(callbackUrl)} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <Button type="submit" look="primary" large>
          {t("confirmAs", { email })}
        </Button>
      </form>
    </NarrowPage>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MailLinkForm } from "@/components/sign-in/mail-link-form";
import { NarrowPage } from "@/components/sign-in/narrow-page";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { Words } from "@/components/ui/words";
import { oauthProviders, safeNext } from "@/lib/web/auth";
import { mailLinkAction, startOAuthAction } from "./actions";

type SignInProps = { searchParams: Promise<{ next?: string; callbackUrl?: string; error?: string; why?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signin"))("title") };
}

export default async function SignInPage({ searchParams }: SignInProps) {
  const { next, callbackUrl, error, why } = await searchParams;
  const [t, refused] = await Promise.all([getTranslations("signin"), getTranslations("refused")]);
  const company = await getTranslations("sso");
  const path = safeNext(next ?? callbackUrl);
  return (
    <NarrowPage title={t("title")}>
      {error && <Notice tone="bad" title={refused(reasonOf(error))} />}
      <p className="text-soft">{why === "new" ? t("whyNew") : t("why")}</p>
      <Words namespaces={["ui", "signin", "refused"]}>
        <MailLinkForm action={mailLinkAction} next={path} />
      </Words>
      {oauthProviders().map((provider) => (
        <form key={provider} action={startOAuthAction} className="grid">
          <input type="hidden" name="provider" value={provider} />
          <input type="hidden" name="next" value={path} />
          <Submit look="quiet" large>
            {t(`with.${provider}`)}
          </Submit>
        </form>
      ))}
      <p className="text-sm text-soft">{t("guests")}</p>
      <p className="text-sm text-soft">{company("ways.lost")}</p>
    </NarrowPage>
  );
}

/** next-auth's names for what went wrong, as refusals of ours. */
function reasonOf(error: string) {
  if (error === "Verification") return "sign-in-expired";
  return error === "OAuthAccountNotLinked" ? "sign-in-elsewhere" : "sign-in-failed";
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { chooseLocaleAction, chooseThemeAction } from "@/app/account/actions";
import { mailLinkAction } from "@/app/sign-in/actions";
import { Appearance } from "@/components/me/appearance";
import { Leaving } from "@/components/me/leaving";
import { NameForm } from "@/components/me/name-form";
import { Section } from "@/components/me/section";
import { Looking, Standing } from "@/components/me/standing";
import { Ways } from "@/components/me/ways";
import { InstallHint } from "@/components/offline/install-hint";
import { KeptNotes } from "@/components/outbox/kept-notes";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { viewMe } from "@/lib/event/queries";
import { heldCode } from "@/lib/web/join";
import { locales } from "@/lib/web/locale";
import { look } from "@/lib/web/look";
import { viewerTheme } from "@/lib/web/theme";
import { viewer } from "@/lib/web/viewer";
import { renameAction, useTicketAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("me"))("title") };
}

export default async function MePage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { me, barred } = await look(viewMe, slug, undefined);
  const [t, entry, person] = await Promise.all([getTranslations("me"), getTranslations("entry"), viewer()]);
  const email = person?.email ?? null;
  return (
    <main className="page">
      <PageHeader title={me?.name ?? t("title")} {...(me && { over: t(`role.${me.role}`) })} />
      <div className="grid max-w-2xl gap-4">
        <Words namespaces={["ui", "me", "signin", "refused", "outbox", "topic"]}>
          <KeptNotes />
          {me ? (
            <Section title={t("nameTitle")}>
              <NameForm action={renameAction.bind(null, slug)} name={me.name} madeUp={me.nameIsMadeUp} />
            </Section>
          ) : (
            <Looking slug={slug} holdsCode={(await heldCode()) !== null} />
          )}
          <Ways slug={slug} role={me?.role ?? null} />
          {me && (
            <Section title={entry("library")}>
              <LinkButton href={`/e/${slug}/library`} className="justify-self-start">
                {entry("libraryOf")}
              </LinkButton>
            </Section>
          )}
          {me && (
            <Standing
              slug={slug}
              barred={barred}
              email={email}
              mailLink={mailLinkAction}
              useTicket={useTicketAction.bind(null, slug)}
            />
          )}
          <Appearance
            theme={await viewerTheme()}
            locale={await getLocale()}
            locales={locales}
            chooseTheme={chooseThemeAction}
            chooseLocale={chooseLocaleAction}
          />
          <InstallHint />
          {person && <Leaving email={email} />}
        </Words>
      </div>
    </main>
  );
}

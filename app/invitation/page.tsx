import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DomainLetter } from "@/components/letter/domain-letter";
import { Letter } from "@/components/letter/letter";
import { TakeLetter } from "@/components/letter/take-letter";
import { NarrowPage } from "@/components/sign-in/narrow-page";
import { Notice } from "@/components/ui/notice";
import { Words } from "@/components/ui/words";
import { heldLetter } from "@/lib/web/letter";
import { viewer } from "@/lib/web/viewer";
import { confirmDomainAction, openLetterAction, takeLetterAction } from "./actions";

type InvitationProps = { searchParams: Promise<{ proved?: string }> };

/** The title does not say what it opens. */
export const metadata: Metadata = { robots: { index: false } };

/** Where the link of an invitation leads. Opening it changes nothing, for mail scanners open links; its button does. */
export default async function InvitationPage({ searchParams }: InvitationProps) {
  const [{ proved }, t, person, letter] = await Promise.all([
    searchParams,
    getTranslations("letter"),
    viewer(),
    heldLetter(),
  ]);
  return (
    <NarrowPage title={t("title")}>
      <Words namespaces={["ui", "letter", "refused"]}>
        {proved !== undefined && <Notice tone="good" title={t("domainProved")} />}
        {letter === null && <Notice tone="bad" title={t("opensNothing")} />}
        {letter !== null && letter !== "none" && letter.kind !== "domain" && (
          <Letter letter={letter} person={person} open={openLetterAction} />
        )}
        {letter !== null && letter !== "none" && letter.kind === "domain" && (
          <DomainLetter org={letter.name ?? ""} domain={letter.slug ?? ""} confirm={confirmDomainAction} />
        )}
        <TakeLetter action={takeLetterAction} asks={proved === undefined && (letter === null || letter === "none")} />
      </Words>
    </NarrowPage>
  );
}

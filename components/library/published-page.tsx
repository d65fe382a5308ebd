import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SimilarEntries } from "@/components/search/similar";
import { BackLink } from "@/components/ui/back-link";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { Published, Shown } from "@/lib/publication/queries";
import type { Similar } from "@/lib/search/queries/similar";
import { Gone } from "./gone";
import { PublishedDocument } from "./published-document";
import { PublishedSeries } from "./published-series";
import { Receipt } from "./receipt";

type Asked = Readonly<Record<string, string | string[] | undefined>>;

type PublishedProps = {
  found: Published;
  /** After the `?`. */
  asked: Asked;
  similar: readonly Similar[];
  /** Below what is there; of what is gone nothing. */
  below?: ReactNode;
};

/** A public entry, or what is said of its being gone. */
export async function PublishedPage({ found, asked, similar, below }: PublishedProps) {
  const t = await getTranslations("published");
  return (
    <main className="page pb-8">
      <div className="pt-3">
        <BackLink href="/library" label={t("back")} />
      </div>
      {found.isGone ? <Gone {...found} /> : <Entry shown={found} asked={asked} />}
      {below}
      <SimilarEntries entries={similar} />
    </main>
  );
}

async function Entry({ shown, asked }: { shown: Shown; asked: Asked }) {
  const t = await getTranslations("published");
  const { document, kind, version } = shown;
  return (
    <article lang={document.lang} className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <header className="grid gap-2">
        <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
          <Badge>{t(`kind.${kind}`)}</Badge>
          <span>{t("version", { version: version.version })}</span>
        </p>
        <h1 className="font-bold text-xl tracking-tight [overflow-wrap:anywhere]">{document.title}</h1>
        {document.summary && <p className="max-w-[70ch] text-soft">{document.summary}</p>}
      </header>
      <Standing shown={shown} />
      <PublishedDocument document={document} slug={shown.slug} version={version.version} asked={asked} />
      {shown.timeline.events.length > 0 && (
        <div>
          <LinkButton href={`/library/${shown.slug}/replay`}>{t("replay")}</LinkButton>
        </div>
      )}
      <PublishedSeries {...shown} />
      <Receipt shown={shown} />
    </article>
  );
}

/** What whoever reads this version has to know before they use it. */
async function Standing({ shown: { next, version, newest, slug } }: { shown: Shown }) {
  const t = await getTranslations("published");
  return (
    <>
      {next && (
        <Notice tone="warn" title={t("superseded")}>
          <Link href={`/library/${next.slug}`}>{next.title}</Link>
        </Notice>
      )}
      {version.yankedAt && <Notice tone="warn" title={t("yanked")} />}
      {version.version !== newest && (
        <Notice title={t("older")}>
          <Link href={`/library/${slug}`}>{t("newest", { version: newest })}</Link>
        </Notice>
      )}
    </>
  );
}

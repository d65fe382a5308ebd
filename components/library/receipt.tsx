import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { Shown } from "@/lib/publication/queries";

/** Under which terms, by whom, and how it came to be public: the digest of exactly what was released. Props: shown. */
export async function Receipt({ shown }: { shown: Shown }) {
  const t = await getTranslations("published");
  const { slug, document, parent, version } = shown;
  const at = `/library/${slug}/v/${encodeURIComponent(version.version)}`;
  return (
    <footer className="grid gap-4 border-line border-t pt-5 text-sm">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
        <Line name={t("licence")}>{document.licence}</Line>
        {document.credit && <Line name={t("credit")}>{document.credit}</Line>}
        <Line name={t("publishedAt")}>
          <Time at={version.publishedAt} zone="UTC" as="date" />
        </Line>
        {parent && (
          <Line name={t("parent")}>
            <Link href={`/library/${parent.slug}`}>{parent.title}</Link>
          </Line>
        )}
      </dl>
      {version.receipt && (
        <div className="grid gap-1">
          <h2 className="font-bold">{t("receipt")}</h2>
          <p className="max-w-[70ch] text-soft">{t("keys", { keys: version.receipt.keys })}</p>
          <p className="font-mono text-xs [overflow-wrap:anywhere]">
            {"sha256 "}
            <a href={`${at}/receipt`}>{version.receipt.sha256}</a>
          </p>
        </div>
      )}
      <Versions shown={shown} />
    </footer>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="font-semibold">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}

async function Versions({ shown: { slug, versions, version } }: { shown: Shown }) {
  const t = await getTranslations("published");
  if (versions.length < 2) return null;
  return (
    <nav aria-label={t("versions")} className="grid gap-1">
      <h2 className="font-bold">{t("versions")}</h2>
      <ul className="flex flex-wrap gap-x-4">
        {versions.map((one) => (
          <li key={one.version}>
            <Link
              href={`/library/${slug}/v/${encodeURIComponent(one.version)}`}
              aria-current={one.version === version.version ? "page" : undefined}
              className="inline-flex min-h-11 items-center"
            >
              {one.version}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

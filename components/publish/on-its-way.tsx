import { useTranslations } from "next-intl";
import { PublishedDocument } from "@/components/library/published-document";
import { Notice } from "@/components/ui/notice";
import { OneButton } from "@/components/ui/one-button";
import { Time } from "@/components/ui/time";
import type { StudioView } from "@/lib/sanitise/queries";
import { ComingSeries } from "./coming-series";
import type { StudioAction } from "./findings";

type OnItsWayProps = {
  view: StudioView;
  pending: NonNullable<StudioView["pending"]>;
  /** Address of the entry: its pictures are not public yet. */
  at: string;
  approve: StudioAction;
  stop: StudioAction;
};

/** A copy that was asked for, exactly as it will be public, and the second key. Props: view, pending, at, approve, stop. */
export function OnItsWay({ view, pending, at, approve, stop }: OnItsWayProps) {
  const t = useTranslations("publish");
  const { document, slug, version, sha256, requestedBy, releaseAt } = pending;
  return (
    <section aria-labelledby="pending">
      <h2 id="pending">{t(`stage.${pending.stage}`)}</h2>
      <p className="text-soft">
        {t("askedBy", { name: requestedBy?.name ?? "–" })} <Time at={pending.requestedAt} zone="UTC" as="full" />{" "}
        {"UTC"}
      </p>
      <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[max-content_1fr]">
        <dt className="font-semibold">{t("address")}</dt>
        <dd className="font-mono">{`/library/${slug}`}</dd>
        <dt className="font-semibold">{t("version")}</dt>
        <dd>{version}</dd>
        {releaseAt && (
          <>
            <dt className="font-semibold">{t("embargo")}</dt>
            <dd>
              <Time at={releaseAt} zone="UTC" as="full" /> {"UTC"}
            </dd>
          </>
        )}
        <dt className="font-semibold">{t("digest")}</dt>
        <dd className="font-mono text-xs [overflow-wrap:anywhere]">{sha256}</dd>
      </dl>
      <article className="card grid gap-4 p-4" aria-label={t("outside")}>
        <h3 className="font-bold text-lg">{document.title}</h3>
        {document.summary && <p className="text-soft">{document.summary}</p>}
        <PublishedDocument document={document} slug={slug} version={version} pictures={`${at}/picture`} isPreview />
      </article>
      {view.charts && <ComingSeries charts={view.charts} />}
      <p className="text-sm text-soft">
        {t("termsAre", { licence: document.licence, credit: document.credit || "–" })}
      </p>
      {pending.stage === "requested" && !pending.mayApprove && (
        <Notice title={t(pending.isMine ? "waitForSecond" : "notApprover")} />
      )}
      <div className="flex flex-wrap items-start gap-3">
        {pending.mayApprove && (
          <OneButton action={approve} send={{ id: pending.id, digest: sha256 }} look="primary">
            {t(view.space.isAlone ? "release" : "approve")}
          </OneButton>
        )}
        {pending.mayStop && (
          <OneButton action={stop} send={{ id: pending.id }}>
            {t("stop")}
          </OneButton>
        )}
      </div>
    </section>
  );
}

import { useTranslations } from "next-intl";
import { TypedHidden } from "@/components/form/typed";
import { LinkButton } from "@/components/ui/button";
import { typedOf } from "@/lib/incident/rules";
import { inOrder, isWebLink, type TimelineEvent } from "@/lib/postmortem/rules";
import { type PartFormProps, useRowWords } from "./part-form";
import { RowsForm } from "./rows-form";

type TimelineRowsProps = PartFormProps & { from: number /** Address of this page. */; at: string };

/** More at once are slow to type in. */
const mostAtOnce = 50;
const markers = ["detection", "diagnosis", "repair", "comms", "key", "other"] as const;
const blank = { id: "", at: "", until: "", marker: "other", who: "", text: "", link: "", starred: "" };

/** The timeline row by row, so many at once. A time is typed as one says it. */
export function TimelineRows({ action, of, document: { timeline, zone }, from, at }: TimelineRowsProps) {
  const t = useTranslations("postmortem");
  const all = inOrder(timeline);
  const rows = all.slice(from, from + mostAtOnce);
  const fields = [
    { name: "at", as: "line", label: t("eventAt"), hint: t("eventAtHelp") },
    { name: "until", as: "line", label: t("eventUntil") },
    { name: "who", as: "line", label: t("eventWho") },
    { name: "text", as: "area", label: t("eventText"), wide: 6 },
    {
      name: "marker",
      as: "choice",
      label: t("eventMarker"),
      options: markers.map((value) => ({ value, label: t(`marker.${value}`) })),
    },
    { name: "link", as: "area", label: t("eventLink") },
    { name: "starred", as: "tick", label: t("eventStarred") },
  ] as const;
  return (
    <div className="grid gap-4">
      <RowsForm
        key={from}
        action={action}
        of={of}
        list="timeline"
        blank={blank}
        drafts={rows.map((event) => draftOf(event, zone))}
        fields={fields}
        words={useRowWords()}
      >
        <TypedHidden name="shown" defaultValue={rows.map(({ id }) => id).join(",")} />
      </RowsForm>
      {all.length > mostAtOnce && (
        <nav className="flex flex-wrap gap-2" aria-label={t("timeline")}>
          {Array.from({ length: Math.ceil(all.length / mostAtOnce) }, (_, page) => page * mostAtOnce).map((start) => (
            <LinkButton key={start} href={`${at}?from=${start}`} aria-current={start === from ? "page" : undefined}>
              {t("rowsFrom", { from: start + 1, to: Math.min(all.length, start + mostAtOnce) })}
            </LinkButton>
          ))}
        </nav>
      )}
    </div>
  );
}

const draftOf = ({ id, at, until, marker, who, text, starred, evidence }: TimelineEvent, zone: string | null) => ({
  ...{ id, marker, who, text, at: typedOf(at, zone), until: typedOf(until, zone), starred: starred ? "on" : "" },
  link: evidence
    .filter(isWebLink)
    .map(({ ref }) => ref)
    .join("\n"),
});

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { PostmortemDocument } from "@/lib/postmortem/input";
import { Actions } from "./actions";
import { Durations } from "./durations";
import { Factors } from "./factors";
import { Hints } from "./hints";
import { Impact } from "./impact";
import { Lessons } from "./lessons";
import { Part } from "./part";
import { Timeline } from "./timeline";
import { TimesTable } from "./times-table";
import { Warnings } from "./warnings";

type PostmortemViewProps = {
  document: PostmortemDocument;
  /** Today as an ISO day, by which actions are overdue. */
  today: string;
  /** Address of the entry, for those who may write it: every part has then a link to its form, and warnings are shown. */
  editAt?: string | undefined;
};

/**
 * All of a post-mortem but its title, its summary and its prose, which every entry has: on the page of a space and on
 * the public one. On the server.
 */
export function PostmortemView({ document, today, editAt }: PostmortemViewProps) {
  const t = useTranslations("postmortem");
  const { times, timeline, factors, impact, impactNumbers, actions } = document;
  const parts = [
    { of: "times", filled: Object.keys(times).length > 0, view: <Times document={document} /> },
    { of: "impact", filled: impact !== "" || impactNumbers.length > 0, view: <Impact document={document} /> },
    { of: "timeline", filled: timeline.length > 0, view: <Timeline document={document} /> },
    { of: "factors", filled: factors.length > 0, view: <Factors document={document} /> },
    { of: "lessons", filled: hasLessons(document), view: <Lessons document={document} /> },
    { of: "actions", filled: actions.length > 0, view: <Actions document={document} today={today} /> },
  ] as const;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Facts document={document} />
      {editAt && <Warnings document={document} />}
      {editAt && <Hints document={document} />}
      {parts.map(
        ({ of, filled, view }) =>
          (filled || editAt) && (
            <Part key={of} id={of} title={t(of)} edit={editAt && `${editAt}/${of}`}>
              {filled ? view : <p className="text-soft">{t(`empty.${of}`)}</p>}
            </Part>
          ),
      )}
    </div>
  );
}

const hasLessons = ({ wentWell, wentBadly, gotLucky, reasonable }: PostmortemDocument) =>
  wentWell.length + wentBadly.length + gotLucky.length > 0 || reasonable !== "";

function Times({ document }: { document: PostmortemDocument }) {
  return (
    <>
      <Durations document={document} />
      <TimesTable document={document} />
    </>
  );
}

function Facts({ document: { severity, severityLabel, detection, services } }: { document: PostmortemDocument }) {
  const t = useTranslations("postmortem");
  if (severity === null && detection === "unknown" && !severityLabel && !services.length) return null;
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm">
      {severity !== null && <Badge tone={severity < 3 ? "bad" : "warn"}>{t("severity", { level: severity })}</Badge>}
      {severityLabel && <Badge>{severityLabel}</Badge>}
      {detection !== "unknown" && <span>{t(`detection.${detection}`)}</span>}
      {services.map((service) => (
        <Badge key={service}>{service}</Badge>
      ))}
    </p>
  );
}

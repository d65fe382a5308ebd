import { useTranslations } from "next-intl";
import { Prose } from "@/components/entry/prose";
import { Badge } from "@/components/ui/badge";
import type { PostmortemDocument } from "@/lib/postmortem/input";
import { EvidenceList } from "./evidence-list";
import { FuzzyTime } from "./fuzzy-time";

/** What came together: many things, never one cause, each beside the moments that show it. */
export function Factors({ document: { factors, timeline } }: { document: PostmortemDocument }) {
  const t = useTranslations("postmortem");
  return (
    <ul className="grid gap-3">
      {factors.map(({ id, kind, text, events, evidence }) => (
        <li key={id} id={`factor-${id}`} className="card grid gap-2 p-3">
          <p>
            <Badge>{t(`factorKind.${kind}`)}</Badge>
          </p>
          <Prose below={3}>{text}</Prose>
          <p className="flex flex-wrap gap-x-3 text-sm empty:hidden">
            {timeline
              .filter((event) => events.includes(event.id))
              .map((event) => (
                <a
                  key={event.id}
                  href={`#event-${event.id}`}
                  className="inline-flex min-h-11 items-center text-accent underline"
                >
                  <FuzzyTime time={event.at} />
                </a>
              ))}
          </p>
          <EvidenceList evidence={evidence} />
        </li>
      ))}
    </ul>
  );
}

import { useTranslations } from "next-intl";
import type { Evidence } from "@/lib/postmortem/rules";

/** What shows that it was so: links to elsewhere, quotes, and what is kept beside the entry by its name. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  const t = useTranslations("postmortem");
  if (!evidence.length) return null;
  return (
    <ul aria-label={t("evidence")} className="grid gap-1 text-sm">
      {evidence.map((one, position) => (
        // nothing else tells two pieces of evidence apart
        // biome-ignore lint/suspicious/noArrayIndexKey: they are never reordered on the page
        <li key={position}>
          <Piece {...one} />
        </li>
      ))}
    </ul>
  );
}

function Piece({ kind, ref, text }: Evidence) {
  const t = useTranslations("postmortem");
  if (kind === "quote") return <blockquote className="border-edge border-l-2 pl-2 text-soft">{text || ref}</blockquote>;
  if (kind === "link" && /^https?:\/\//.test(ref))
    return (
      <a href={ref} rel="nofollow noreferrer" className="break-words text-accent underline">
        {text || ref}
      </a>
    );
  return <span className="text-soft">{t(`evidenceKind.${kind}`, { name: text || ref.slice(0, 12) })}</span>;
}

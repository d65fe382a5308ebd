import { useTranslations } from "next-intl";
import { Prose } from "@/components/entry/prose";
import type { PostmortemDocument } from "@/lib/postmortem/input";

const lists = ["wentWell", "wentBadly", "gotLucky"] as const;

/** What went well, what did not, where luck helped, and what made it reasonable at the time. */
export function Lessons({ document }: { document: PostmortemDocument }) {
  const t = useTranslations("postmortem");
  return (
    <div className="grid gap-4">
      {lists.map((list) =>
        document[list].length ? (
          <div key={list}>
            <h3 className="font-semibold">{t(list)}</h3>
            <ul className="grid list-disc gap-1 pl-5">
              {document[list].map((text) => (
                <li key={text}>
                  <Prose below={3}>{text}</Prose>
                </li>
              ))}
            </ul>
          </div>
        ) : null,
      )}
      {document.reasonable && (
        <div>
          <h3 className="font-semibold">{t("reasonable")}</h3>
          <Prose below={3}>{document.reasonable}</Prose>
        </div>
      )}
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useBoard } from "@/components/live/use-live";

/** What is there, in numbers, beside the phases that they speak of. */
export function Figures({ members, voters }: { members: number; voters: number }) {
  const t = useTranslations("desk");
  const { topics, tallies, slots, rooms } = useBoard();
  const dots = Object.values(tallies ?? {}).reduce((sum, [given]) => sum + given, 0);
  const placed = topics.filter(({ place }) => place).length;
  const unconvened = topics.filter(({ sought }) => sought).length;
  const figures = [
    { key: "topics", number: topics.length, beside: t("figure.unconvened", { count: unconvened }) },
    { key: "voters", number: voters, beside: t("figure.ofMembers", { members }) },
    { key: "dots", number: dots, beside: t("figure.perVoter", { average: voters ? dots / voters : 0 }) },
    { key: "placed", number: placed, beside: t("figure.ofCells", { cells: slots.length * rooms.length }) },
  ] as const;
  return (
    <dl className="desk-figures">
      {figures.map(({ key, number, beside }) => (
        <div key={key}>
          <dt>{t(`figure.${key}`)}</dt>
          <dd>
            <span className="font-bold text-xl">{number}</span> <span className="text-sm text-soft">{beside}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

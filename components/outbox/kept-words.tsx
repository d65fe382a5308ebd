"use client";

import { useTranslations } from "next-intl";
import { useBoard } from "@/components/live/use-live";
import type { Entry } from "./entry";

/** What was done, in its own words. */
export function KeptWords({ entry: { kind, about, values } }: { entry: Entry }) {
  const t = useTranslations("outbox");
  const topic = useBoard().topics.find(({ id }) => id === about)?.title;
  const { title, pitch, body, name, starred } = values;
  return (
    <div className="grid gap-1">
      {kind !== "pitch" && (
        <p className="text-soft text-xs">
          {t(`kind.${kind === "star" && starred === "false" ? "unstar" : kind}`)}
          {kind === "note" && topic && `: ${topic}`}
        </p>
      )}
      {(title ?? name) && <h2 className="wrap-title font-semibold">{title ?? name}</h2>}
      {(pitch || body) && <p className="line-clamp-4 whitespace-pre-line text-sm">{pitch || body}</p>}
    </div>
  );
}

/** All that was typed, to be pasted elsewhere. */
export function textOf({ values: { title, pitch, body, name } }: Entry) {
  return [title, pitch, body, title ? "" : name].filter(Boolean).join("\n");
}

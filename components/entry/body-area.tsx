"use client";

import { useTranslations } from "next-intl";
import { lazy, type MouseEvent, useRef, useState, useTransition } from "react";
import { TypedArea } from "@/components/form/typed";
import { Button } from "@/components/ui/button";
import { usePictures } from "./use-pictures";

/** Comes when somebody wants to see it; on the server it is there at once. */
const Prose = lazy(() => import("./prose").then(({ Prose }) => ({ default: Prose })));

type BodyAreaProps = {
  at: string;
  body: string;
  /** What a browser without JavaScript asked to see; null: nothing. */
  shown: string | null;
};

/** The text in Markdown, with a preview below; pictures are pasted or dropped into it. */
export function BodyArea({ at, body, shown }: BodyAreaProps) {
  const t = useTranslations("entry");
  const [seen, see] = useState(shown);
  const [isPending, start] = useTransition();
  const box = useRef<HTMLDivElement>(null);
  const pictures = usePictures(at);
  const preview = (click: MouseEvent) => {
    click.preventDefault();
    const area = box.current?.querySelector("textarea");
    start(() => see(area?.value ?? ""));
  };

  return (
    <div ref={box} className="grid gap-3">
      <TypedArea
        name="body"
        label={t("body")}
        hint={t("bodyHelp")}
        defaultValue={body}
        rows={16}
        onPaste={pictures.paste}
        onDrop={pictures.drop}
        className="control field-sizing-content min-h-72 font-mono text-sm"
      />
      <p role="status" className="text-sm text-soft empty:hidden">
        {pictures.status && t(`pictureIs.${pictures.status}`)}
      </p>
      <div className="flex gap-2">
        <Button type="submit" name="preview" value="on" onClick={preview} aria-disabled={isPending}>
          {seen === null ? t("preview") : t("previewAgain")}
        </Button>
        {seen !== null && (
          <Button look="plain" onClick={() => see(null)}>
            {t("previewClose")}
          </Button>
        )}
      </div>
      {seen !== null && (
        <section aria-label={t("preview")} className="card p-4">
          <Prose pictures={`${at}/picture`}>{seen}</Prose>
        </section>
      )}
    </div>
  );
}

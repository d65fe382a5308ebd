"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SpokenOf } from "@/lib/passage/queries";
import type { Anchor } from "@/lib/passage/rules";
import type { SayProps } from "./say-about";
import { useBegun } from "./use-begun";
import { useMarked } from "./use-marked";
import { type Spot, useSelected } from "./use-selected";
import { useTabTo } from "./use-tab-to";
import "./passages.css";

type PassagesProps = Omit<SayProps, "passage" | "onClose"> & {
  passages: SpokenOf[];
  /** Address of the page of comments. */
  commentsAt: string;
  mayWrite: boolean;
  children: ReactNode;
};

const SayAbout = lazy(() => import("./say-about").then(({ SayAbout }) => ({ default: SayAbout })));

/**
 * The text of an entry: what somebody spoke of is marked in it, and what one selects may be spoken of. Without JavaScript
 * the text alone.
 */
export function Passages({ passages, commentsAt, mayWrite, children, ...say }: PassagesProps) {
  const t = useTranslations("comment");
  const root = useRef<HTMLDivElement>(null);
  const [selected, unselect] = useSelected(root, mayWrite);
  const [about, setAbout] = useState<Anchor | null>(null);
  const { touched, touch } = useMarked(root, passages, children);
  const begun = useBegun(say, about === null);
  const offer = useTabTo(selected !== null, unselect);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the list of what was said leads to the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div ref={root} className="passages" onClick={touch}>
      {children}
      <p role="status" className="sr-only">
        {selected && t("offered")}
      </p>
      {selected && (
        <Offer spot={selected.spot}>
          <Button ref={offer} look="primary" onPointerDown={keepSelection} onClick={() => setAbout(selected.passage)}>
            {t("onThis")}
          </Button>
        </Offer>
      )}
      {touched && !selected && (
        <Offer spot={touched.spot}>
          {passages
            .filter(({ id }) => touched.ids.includes(id))
            .map(({ id, by, body }) => (
              <LinkButton key={id} href={`${commentsAt}#comment-${id}`} className="justify-start text-left">
                {by ?? t("somebody")}: {body.slice(0, 60)}
              </LinkButton>
            ))}
        </Offer>
      )}
      {begun && !about && !selected && (
        <Notice title={t("begun")} action={<Button onClick={() => setAbout(begun)}>{t("goOn")}</Button>} />
      )}
      {about && (
        <Suspense>
          <SayAbout passage={about} onClose={() => setAbout(null)} {...say} />
        </Suspense>
      )}
    </div>
  );
}

const keepSelection = (press: React.PointerEvent) => press.preventDefault();

function Offer({ spot, children }: { spot: Spot; children: ReactNode }) {
  return (
    <div className="passage-offer" style={spot}>
      {children}
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

/** From change to change, with buttons; each change also has an address of its own, for those without JavaScript. */
export function ChangeSteps({ count }: { count: number }) {
  const t = useTranslations("entry");
  const [at, setAt] = useState(0);
  const step = (by: number) => {
    const next = ((at - 1 + by + count) % count) + 1;
    setAt(next);
    const change = document.getElementById(`change-${next}`);
    change?.scrollIntoView({ block: "center" });
    change?.focus({ preventScroll: true });
  };
  return (
    <nav aria-label={t("steps")} className="change-steps">
      <noscript>
        <ol className="flex flex-wrap gap-1">
          {Array.from({ length: count }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a change is its number
            <li key={index}>
              <a href={`#change-${index + 1}`} className="button button-quiet">
                {index + 1}
              </a>
            </li>
          ))}
        </ol>
      </noscript>
      <Button onClick={() => step(at === 0 ? count : -1)}>{t("previousChange")}</Button>
      <Button onClick={() => step(1)}>{t("nextChange")}</Button>
      <span role="status" className="text-sm text-soft">
        {at > 0 && t("changeOf", { at, count })}
      </span>
    </nav>
  );
}

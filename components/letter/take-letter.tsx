"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useRef } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";

type TakeLetterProps = {
  action: ComponentProps<typeof ActionForm>["action"];
  /** Whether to ask for a link; otherwise the form only waits for another one to be opened. */
  asks: boolean;
};

/**
 * Takes the secret out of the address bar and sends it on by itself: browsers tell no server what stands behind #.
 * Without JavaScript one pastes the link.
 */
export function TakeLetter({ action, asks }: TakeLetterProps) {
  const t = useTranslations("letter");
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const take = () => {
      const [, token] = /^#t=([\w-]{22})$/.exec(location.hash) ?? [];
      const form = box.current?.querySelector("form");
      const field = form?.elements.namedItem("letter");
      if (!token || !form || !(field instanceof HTMLInputElement)) return;
      history.replaceState(history.state, "", location.pathname);
      field.value = token;
      form.requestSubmit();
    };
    take();
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, []);

  return (
    <div ref={box} hidden={!asks}>
      <ActionForm action={action} className="grid gap-3">
        <TypedField
          name="letter"
          label={t("link")}
          hint={t("linkHint")}
          required
          autoComplete="off"
          spellCheck={false}
          defaultValue=""
        />
        <Submit large>{t("look")}</Submit>
      </ActionForm>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

type SheetProps = { open: boolean; onClose: () => void; title: ReactNode; children: ReactNode };

/**
 * A native modal dialog: from below on a phone, in the middle on a desk. Escape, the backdrop and
 * the cross close it. Props: open, onClose, title, children.
 */
export function Sheet({ open, onClose, title, children }: SheetProps) {
  const t = useTranslations("ui");
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog ref={dialog} className="sheet" onClose={onClose} onClick={closeOnBackdrop}>
      <div className="p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
        <div className="mb-2 flex items-start justify-between gap-3">
          <h2 className="pt-1.5 font-bold text-lg">{title}</h2>
          <Button look="plain" icon aria-label={t("close")} onClick={() => dialog.current?.close()}>
            <Icon name="cross" />
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

function closeOnBackdrop(click: React.MouseEvent<HTMLDialogElement>) {
  if (click.target === click.currentTarget) click.currentTarget.close();
}

"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type Broken = { error: unknown; retry: () => void };

export default function ErrorPage({ error, retry }: Broken) {
  const t = useTranslations("ui");
  return (
    <main className="mx-auto grid min-h-dvh max-w-lg content-center p-4">
      <EmptyState
        title={<span role="alert">{t("brokenTitle")}</span>}
        action={
          <Button look="primary" onClick={retry}>
            {t("retry")}
          </Button>
        }
      >
        {t("brokenHelp")} <code className="font-mono">{referenceOf(error)}</code>
      </EmptyState>
    </main>
  );
}

/** Next logs the full error under this number and sends only the number to the browser. */
function referenceOf(error: unknown) {
  return error instanceof Error && "digest" in error ? String(error.digest) : "–";
}

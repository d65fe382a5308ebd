"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";

/** What signing out would throw away, on every event of this phone. */
export function Unsent() {
  const t = useTranslations("outbox");
  const [count, setCount] = useState(0);
  useEffect(() => {
    const look = () => void import("./forget").then(({ countUnsent }) => countUnsent()).then(setCount, () => {});
    look();
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, []);
  return count > 0 && <Notice tone="warn" title={t("unsent", { count })} />;
}

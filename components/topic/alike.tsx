"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { Link } from "@/components/ui/link";

export type AlikeTopic = { id: string; title: string; similarity: number };
export type FindAlike = (title: string) => Promise<AlikeTopic[]>;

type AlikeProps = { slug: string; find: FindAlike; form: RefObject<HTMLElement | null> };

const pauseMs = 350;

/** Topics that say the same, while the title is being typed; silent when there are none or no network. */
export function Alike({ slug, find, form }: AlikeProps) {
  const t = useTranslations("topic");
  const [alike, setAlike] = useState<AlikeTopic[]>([]);
  useEffect(() => listen(form.current, find, setAlike), [form, find]);

  if (alike.length === 0) return <div aria-live="polite" />;
  return (
    <section aria-live="polite" className="grid gap-1">
      <p className="font-semibold text-sm">{t("alike")}</p>
      <ul className="grid gap-1">
        {alike.map(({ id, title }) => (
          <li key={id} className="card flex flex-wrap items-center justify-between gap-x-3 py-1 pr-1 pl-3">
            <span className="min-w-0 font-semibold text-sm">{title}</span>
            <Link href={`/e/${slug}/topics/${id}`} className="button button-plain -ml-3 shrink-0 text-sm">
              {t("joinThis")}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asks once the typing pauses; only the newest answer counts. */
function listen(form: HTMLElement | null, find: FindAlike, tell: (topics: AlikeTopic[]) => void) {
  let timer: ReturnType<typeof setTimeout>;
  let asked = 0;
  const typed = ({ target }: globalThis.Event) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "title") return;
    clearTimeout(timer);
    const mine = ++asked;
    timer = setTimeout(async () => {
      const found = await find(target.value).catch(() => []);
      if (mine === asked) tell(found);
    }, pauseMs);
  };
  form?.addEventListener("input", typed);
  return () => {
    clearTimeout(timer);
    form?.removeEventListener("input", typed);
  };
}

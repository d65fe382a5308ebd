import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { leastSought } from "@/lib/member/rules";

type SeekProps = {
  /** What was looked for, whether somebody was found by it, and whether there were more than are shown. */
  sought: string;
  found: boolean;
  more: boolean;
  /** Who answers for the place, and whoever was found. */
  children: ReactNode;
};

/** People of a place are looked for by name: nobody reads a list of who is there. */
export function Seek({ sought, found, more, children }: SeekProps) {
  const t = useTranslations("people");
  return (
    <>
      <search>
        <form method="get" className="grid gap-2">
          <Field
            name="sought"
            type="search"
            label={t("seek")}
            hint={t("seekHelp")}
            defaultValue={sought}
            minLength={leastSought}
            maxLength={60}
            autoComplete="off"
          />
          <Button type="submit" className="justify-self-start">
            {t("seekNow")}
          </Button>
        </form>
      </search>
      {sought.length >= leastSought && !found && (
        <p role="status" className="text-soft">
          {t("nobody", { sought })}
        </p>
      )}
      {children}
      {more && <p className="text-soft">{t("more")}</p>}
    </>
  );
}

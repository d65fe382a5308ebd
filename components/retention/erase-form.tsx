import { useTranslations } from "next-intl";
import { Choice } from "@/components/ui/choice";
import { Submit } from "@/components/ui/submit";

/** The last word before one is erased. A form's address and no action: its answer has the browser forget, too. */
export function EraseForm() {
  const t = useTranslations("retention");
  return (
    <form method="post" action="/account/erased" className="card grid gap-3 p-4">
      <Choice name="meant" label={t("erase.meant")} required />
      <Submit look="danger" className="justify-self-start">
        {t("erase.now")}
      </Submit>
    </form>
  );
}

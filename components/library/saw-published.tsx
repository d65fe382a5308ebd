import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import type { Sawn } from "@/lib/saw/queries";

type SawProps = {
  sawn: Sawn;
  /** Whoever is not signed in is led to the way in. */
  isSignedIn: boolean;
  say: (form: FormData) => Promise<void>;
};

/** How many people saw the same; whoever is signed in says so too, or takes it back. Works without a script. */
export function SawPublished({ sawn: { people, mine }, isSignedIn, say }: SawProps) {
  const t = useTranslations("published");
  return (
    <section className="flex flex-wrap items-center gap-3 border-line border-t pt-4" aria-label={t("saw")}>
      <p className="text-soft">{t("sawCount", { count: people })}</p>
      {isSignedIn ? (
        <form action={say}>
          <input type="hidden" name="saw" value={mine ? "no" : "yes"} />
          <Button type="submit" look={mine ? "plain" : "quiet"}>
            {mine ? t("sawNot") : t("saw")}
          </Button>
        </form>
      ) : (
        <LinkButton href="/sign-in" look="plain">
          {t("sawSignIn")}
        </LinkButton>
      )}
    </section>
  );
}

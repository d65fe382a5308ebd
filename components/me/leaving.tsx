import { useTranslations } from "next-intl";
import { Unsent } from "@/components/outbox/unsent";
import { Submit } from "@/components/ui/submit";
import { Words } from "@/components/ui/words";
import { ForgetfulForm } from "./forgetful-form";
import { Section } from "./section";

type LeavingProps = {
  /** The address one is signed in with; null for a guest. */
  email: string | null;
};

/** Signing out, here and on every device. */
export function Leaving({ email }: LeavingProps) {
  const t = useTranslations("me");
  return (
    <Section title={t("leaving")}>
      <p className="text-soft">{email ? t("signedInAs", { email }) : t("guestLeaves")}</p>
      <Words namespaces={["outbox"]}>
        <Unsent />
      </Words>
      <div className="flex flex-wrap gap-2">
        <ForgetfulForm>
          <Submit look={email ? "quiet" : "danger"}>{t("leaveHere")}</Submit>
        </ForgetfulForm>
        {email && (
          <ForgetfulForm everywhere>
            <Submit look="plain">{t("leaveEverywhere")}</Submit>
          </ForgetfulForm>
        )}
      </div>
    </Section>
  );
}

"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedField, TypedSelect } from "@/components/form/typed";
import { Section } from "@/components/me/section";
import { CopyLink } from "@/components/ui/copy-link";
import { Notice } from "@/components/ui/notice";
import { OneButton } from "@/components/ui/one-button";
import { Submit } from "@/components/ui/submit";

type Action = ComponentProps<typeof ActionForm>["action"];
type Scope = "feed" | "read" | "write";
type Token = { id: string; label: string; scope: Scope; usedAt: Date | null; expiresAt: Date | null; isMine: boolean };
type SpaceTokensProps = {
  tokens: readonly Token[];
  mayWrite: boolean;
  origin: string;
  now: Date;
  make: Action;
  end: Action;
};

/** Tokens by which programs get into a space, and a new one. */
export function SpaceTokens({ tokens, mayWrite, origin, now, make, end }: SpaceTokensProps) {
  const t = useTranslations("interop.tokens");
  const scopes: Scope[] = mayWrite ? ["feed", "read", "write"] : ["feed", "read"];
  return (
    <>
      <Section title={t("makeTitle")}>
        <ActionForm
          action={make}
          className="grid gap-3"
          done={(made) => <Made made={made as MadeToken} origin={origin} />}
        >
          <TypedField
            name="label"
            label={t("label")}
            hint={t("labelHint")}
            maxLength={60}
            autoComplete="off"
            required
          />
          <TypedSelect name="scope" label={t("scope")} defaultValue="feed">
            {scopes.map((scope) => (
              <option key={scope} value={scope}>
                {t(`scopes.${scope}`)}
              </option>
            ))}
          </TypedSelect>
          <TypedSelect name="days" label={t("days")} defaultValue="365">
            {(["30", "365", "0"] as const).map((days) => (
              <option key={days} value={days}>
                {t(`daysOf.${days}`)}
              </option>
            ))}
          </TypedSelect>
          <Submit className="justify-self-start">{t("make")}</Submit>
        </ActionForm>
      </Section>
      <Section title={t("listTitle")}>
        {tokens.length === 0 && <p className="text-soft">{t("none")}</p>}
        <ul className="divide-y divide-line">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} now={now} end={end} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function TokenRow({ token, now, end }: { token: Token; now: Date; end: Action }) {
  const t = useTranslations("interop.tokens");
  const format = useFormatter();
  const { id, label, scope, usedAt, expiresAt, isMine } = token;
  const used = usedAt ? t("used", { when: format.relativeTime(usedAt < now ? usedAt : now, now) }) : t("unused");
  const ending = expiresAt && t(expiresAt < now ? "ended" : "ends", { when: format.relativeTime(expiresAt, now) });
  return (
    <li className="flex min-h-14 items-center justify-between gap-3 py-2">
      <div>
        <p className="break-words font-semibold">{label}</p>
        <p className="text-sm text-soft">
          {[t(`scopes.${scope}`), used, ending, !isMine && t("others")].filter(Boolean).join(" · ")}
        </p>
      </div>
      <OneButton action={end} send={{ id }} look="quiet" aria-label={t("endOf", { label })}>
        {t("end")}
      </OneButton>
    </li>
  );
}

type MadeToken = { token: string; scope: Scope };

function Made({ made: { token, scope }, origin }: { made: MadeToken; origin: string }) {
  const t = useTranslations("interop.tokens");
  const copying = { copy: t("copy"), copied: t("copied") };
  return (
    <Notice tone="good" title={t("made")}>
      {scope === "feed" ? (
        <>
          <CopyLink label={t("feedAtom")} address={`${origin}/feed/${token}/atom`} {...copying} />
          <CopyLink label={t("feedJson")} address={`${origin}/feed/${token}/json`} {...copying} />
        </>
      ) : (
        <CopyLink label={t("token")} address={token} {...copying} />
      )}
    </Notice>
  );
}

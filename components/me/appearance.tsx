import { useTranslations } from "next-intl";
import { Choices } from "./choices";
import { Section } from "./section";

type AppearanceProps = {
  theme: string;
  locale: string;
  locales: readonly string[];
  chooseTheme: (form: FormData) => Promise<void>;
  chooseLocale: (form: FormData) => Promise<void>;
};

/** Light or dark, and the language; kept on this device. */
export function Appearance({ theme, locale, locales, chooseTheme, chooseLocale }: AppearanceProps) {
  const t = useTranslations("me");
  const themes = ["system", "light", "dark"] as const;
  return (
    <Section title={t("appearance")}>
      <Choices
        action={chooseTheme}
        name="theme"
        label={t("theme")}
        current={theme}
        options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
      />
      {locales.length > 1 && (
        <Choices
          action={chooseLocale}
          name="locale"
          label={t("language")}
          current={locale}
          options={locales.map((value) => ({ value, label: ownName(value), lang: value }))}
        />
      )}
    </Section>
  );
}

/** A language by the name that its speakers know. */
function ownName(locale: string) {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

import { useFormatter, useTranslations } from "next-intl";
import { partsOf } from "@/lib/duration/rules";

/** So many minutes in days, hours and minutes. */
export function Length({ minutes, about = false }: { minutes: number; about?: boolean }) {
  const t = useTranslations("postmortem");
  const said = useLength()(minutes);
  return <span className="tabular-nums">{about ? t("bound.about", { time: said }) : said}</span>;
}

/** The same as a text. */
export function useLength() {
  const format = useFormatter();
  return (minutes: number) => {
    const parts = Object.entries(partsOf(minutes)).filter(([, count]) => count > 0);
    const said = (parts.length ? parts : [["minute", 0] as const]).map(([unit, count]) =>
      format.number(count, { style: "unit", unit, unitDisplay: "short" }),
    );
    return `${minutes < 0 ? "−" : ""}${said.join(" ")}`;
  };
}

/** As far from the start: `T+0:12`, `T−1:05`. */
export function sinceZero(minutes: number) {
  const whole = Math.abs(minutes);
  return `T${minutes < 0 ? "−" : "+"}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

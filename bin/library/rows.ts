import { contradictionsOf } from "@/lib/contradiction/rules";
import { durationsOf } from "@/lib/duration/rules";
import { readAlerts } from "@/lib/interop/alert/read-alerts";
import { linesOf } from "@/lib/interop/postmortem/lines";
import { readPostmortem } from "@/lib/interop/postmortem/read-postmortem";
import { moments } from "@/lib/postmortem/input";
import { statedDurations } from "@/lib/stated/rules";
import type { Measured } from "./files";

export const postmortemTable = ["post-mortem", "events", "style", "zone", "times", "says against itself"];
export const recipeTable = ["recipe", "dialect", "kind", "risk", "parameters", "files", "alerts", "review by", "title"];

const short: Record<string, string> = {
  ...{ started: "start", detected: "seen", acknowledged: "ack", declared: "decl" },
  ...{ mitigated: "mitig", resolved: "resol", "notified-public": "publ" },
};

export function postmortemRow({ name, document }: Measured): string[] {
  if (document?.kind !== "postmortem") return [name];
  const { timeline, zone, times } = document;
  const said = moments.filter((moment) => times[moment]).map((moment) => short[moment] ?? moment);
  const against = contradictionsOf(document, statedDurations(document.body)).map(({ kind, weight }) =>
    weight === "note" ? `(${kind})` : kind,
  );
  const style = readPostmortem(document.body, { name: name.split(/[\\/]/).at(-1) ?? "" }).style;
  return [name, String(timeline.length), style ?? "-", zone ?? "-", said.join(" ") || "-", against.join(" ")];
}

export function recipeRow({ name, document }: Measured): string[] {
  if (document?.kind !== "recipe") return [name];
  const { recipeKind, risk, parameters, files, original, reviewBy, title } = document;
  const alerts = files.flatMap(({ content }) => readAlerts(content)).length;
  const counts = [parameters.length, files.length, alerts].map(String);
  return [name, original?.dialect ?? "-", recipeKind, risk ?? "-", ...counts, reviewBy ?? "-", title.slice(0, 60)];
}

/** All that was found in one, to be held against the file by eye. */
export function eventsPrinted({ name, document }: Measured) {
  if (document?.kind !== "postmortem") return "";
  const times = Object.entries(document.times).map(
    ([moment, time]) => `  ${moment}: ${time?.at ?? "?"} «${time?.text}»`,
  );
  const events = document.timeline.map(
    ({ at, until, who, text }) =>
      `  ${at.at ?? "?"}${until?.at ? `…${until.at.slice(11)}` : ""} [${at.precision} ${at.bound} «${at.text}»] ${who ? `${who}: ` : ""}${(linesOf(text)[0]?.text ?? "").slice(0, 90)}`,
  );
  const lasted = durationsOf(document).map((one) => `${one.name} ${one.minutes} min`);
  const said = statedDurations(document.body).map((one) => `${one.name} ${one.minutes} min stated`);
  return [`\n== ${name} — ${document.title}`, ...times, ...events, `  ${[...lasted, ...said].join("; ")}`].join("\n");
}

import { expect, test } from "vitest";
import { readFile } from "@/lib/interop/entry/read-file";

/** The same made-up darkness, told in five languages by headings alone. */
const tongues = {
  en: [
    "Summary",
    "Impact",
    "Timeline",
    "Root cause",
    "Contributing factors",
    "What went well",
    "What went wrong",
    "Where we got lucky",
    "Action items",
    "Lessons learned",
  ],
  fr: [
    "Résumé",
    "Conséquences",
    "Déroulé",
    "Cause racine",
    "Facteurs contributifs",
    "Ce qui a bien fonctionné",
    "Ce qui s’est mal passé",
    "Où nous avons eu de la chance",
    "Actions correctives",
    "Leçons apprises",
  ],
  nl: [
    "Samenvatting",
    "Gevolgen",
    "Tijdlijn",
    "Grondoorzaak",
    "Bijdragende factoren",
    "Wat ging goed",
    "Wat ging er mis",
    "Waar we geluk hadden",
    "Actiepunten",
    "Geleerde lessen",
  ],
  de: [
    "Zusammenfassung",
    "Auswirkungen",
    "Zeitverlauf",
    "Grundursache",
    "Beitragende Faktoren",
    "Was gut lief",
    "Was schlecht lief",
    "Wo wir Glück hatten",
    "Maßnahmen",
    "Gelernte Lektionen",
  ],
  es: [
    "Resumen",
    "Impacto",
    "Cronología",
    "Causa raíz",
    "Factores contribuyentes",
    "Qué salió bien",
    "Qué salió mal",
    "Dónde tuvimos suerte",
    "Acciones",
    "Lecciones aprendidas",
  ],
};
const words = [
  "in short",
  "ships waited",
  "",
  "no oil",
  "fog",
  "bells rang",
  "nobody looked",
  "no wind",
  "buy oil",
  "look up",
];

const reportIn = (headings: string[]) =>
  headings
    .map(
      (heading, at) =>
        `## ${at + 1}. ${heading}\n\n${at === 2 ? "- 2030-03-02 10:15 UTC: dark" : at > 2 ? `- ${words[at]}` : words[at]}\n`,
    )
    .join("\n");

const readText = (text: string) => {
  const read = readFile({ path: "notes/7.md", bytes: new TextEncoder().encode(text) });
  return "document" in read && read.document.kind === "postmortem" ? read.document : null;
};

test.each(Object.entries(tongues))(
  "parts headed in %s are known, and tell that it is a post-mortem",
  (_lang, headings) => {
    const document = readText(reportIn(headings));
    expect(document).toMatchObject({ impact: "ships waited", summary: "in short", wentWell: ["bells rang"] });
    expect(document).toMatchObject({ wentBadly: ["nobody looked"], gotLucky: ["no wind"] });
    expect(document?.factors.map(({ text }) => text)).toEqual(["no oil", "fog"]);
    expect(document?.actions.map(({ text }) => text)).toEqual(["buy oil"]);
    expect(document?.timeline).toHaveLength(1);
  },
);

test.each([
  ["fr", "Début", "Détecté", "Résolu"],
  ["nl", "Begin van de storing", "Ontdekt om", "Opgelost"],
  ["de", "Beginn", "Entdeckt um", "Behoben"],
  ["es", "Inicio del incidente", "Detectado", "Resuelto"],
])("times are known by their names in %s", (_lang, started, detected, resolved) => {
  const text = `# Post-mortem\n\n- **${started}** : 2030-03-02 10:00 UTC\n- **${detected}** : 2030-03-02 10:15 UTC\n- **${resolved}** : 2030-03-02 11:00 UTC\n`;
  expect(readText(text)?.times).toMatchObject({
    started: { at: "2030-03-02T10:00:00Z" },
    detected: { at: "2030-03-02T10:15:00Z" },
    resolved: { at: "2030-03-02T11:00:00Z" },
  });
});

test("a long story of why is one factor", () => {
  const story = ["We", "did", "not", "look", "up"].map((word) => `${word} in the dark.`).join("\n\n");
  expect(readText(`# Outage\n\n## Root cause\n\n${story}\n\n## Impact\n\ndark\n`)?.factors).toHaveLength(1);
});

test("labels and a title in the front matter tell what a text is", () => {
  expect(
    readText("Issue:\nThe lamps were dark.\n\nTimeline:\n\n3:00 PM CAT - dark\n\nRoot cause:\n\nno oil\n"),
  ).not.toBeNull();
  expect(readText('+++\ntitle = "Security incident: a key under the mat"\n+++\n\nWe found a key.\n')).not.toBeNull();
});

test("what is written around what one fills in becomes a parameter, in whichever way it is written", () => {
  const text = "# oil\n\n> Fill a lamp.\n\n- Fill it:\n\n`oil {{[-q|--quiet]}} {{path/to/lamp}} {{host1}}`\n";
  const read = readFile({ path: "oil.md", bytes: new TextEncoder().encode(text) });
  const found = "document" in read && read.document.kind === "recipe" ? read.document.parameters : [];
  expect(found.map(({ type }) => type)).toEqual(["choice", "path", "host"]);
});

test("what wants to be looked at again is a runbook, whatever incidents it speaks of", () => {
  const text =
    "---\ntitle: Incident process\nlast_reviewed_on: 2030-01-15\nreview_in: 6 months\n---\n\n# Incident process\n\n## Incident lead\n\n## Impact\n";
  const read = readFile({ path: "incident-process.html.md.erb", bytes: new TextEncoder().encode(text) });
  expect(read).toMatchObject({ document: { kind: "recipe", reviewBy: "2030-07-15" } });
});

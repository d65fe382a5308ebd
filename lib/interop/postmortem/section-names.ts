/** What stands in a part of a post-mortem; `cause` and `lessons` are told apart from what is kept in lists of their own. */
export type Section =
  | "wentWell"
  | "wentBadly"
  | "gotLucky"
  | "factors"
  | "cause"
  | "actions"
  | "impact"
  | "summary"
  | "lessons";

/** English first, then French, Dutch, German and Spanish. */
const names: [Section, RegExp[]][] = [
  [
    "wentWell",
    [
      /^(?:things that |what )?(?:went|worked|has gone|goes) (?:well|right|good)\b/,
      /^(?:ce|points?) (?:qui (?:a|s'est) bien (?:fonctionné|marché|passé)|qui a fonctionné|positifs?|forts?)/,
      /^(?:wat (?:er )?goed (?:ging|is gegaan|werkte)|wat (?:er )?ging (?:er )?goed|ging goed|goed gegaan)/,
      /^(?:was (?:lief|ging|ist) gut|was gut (?:lief|ging|gelaufen|funktioniert)|(?:lief gut|gut gelaufen))/,
      /^(?:(?:lo )?qu[eé] (?:sali[oó]|fue|funcion[oó]) bien|(?:aspectos|puntos) positivos)/,
    ],
  ],
  [
    "wentBadly",
    [
      /^(?:things that |what )?(?:(?:went|has gone) (?:wrong|badly|poorly|less well)|did ?n[o']t (?:go|work)(?: so)? well|could have gone better)/,
      /^(?:ce|points?) (?:qui (?:a|s'est) mal (?:fonctionné|marché|passé)|qui n'a pas (?:bien )?(?:fonctionné|marché)|négatifs?|faibles?|à améliorer)/,
      /^(?:wat (?:er )?(?:fout|mis|slecht|minder goed|niet goed|beter kon)\b|wat (?:er )?ging (?:er )?(?:fout|mis|slecht|niet goed)|kon beter)/,
      /^(?:was (?:lief|ging|ist) (?:schlecht|schief|nicht gut)|was (?:schlecht|schief|nicht gut) (?:lief|ging|gelaufen)|(?:lief schlecht|schlecht gelaufen)|verbesserungsbedarf)/,
      /^(?:(?:lo )?qu[eé] (?:sali[oó]|fue|funcion[oó]) mal|(?:lo )?que no funcion[oó]|(?:aspectos|puntos) (?:negativos|a mejorar))/,
    ],
  ],
  [
    "gotLucky",
    [
      /^(?:where |things where |how )?(?:did )?we (?:got|get|were) lucky/,
      /^(?:(?:là )?où )?(?:nous avons|on a) eu de la chance|^coups? de chance/,
      /^(?:waar )?(?:we|wij) (?:hadden )?geluk\b|^geluk gehad/,
      /^(?:wo )?wir (?:hatten )?glück\b|^glück gehabt/,
      /^(?:en qué |dónde |donde )?tuvimos suerte/,
    ],
  ],
  [
    "factors",
    [
      /^(?:contributing (?:factors?|conditions?|causes?)|contributors|factors)\b/,
      /^facteurs?\b/,
      /^(?:bijdragende|meespelende) (?:factoren|oorzaken)/,
      /^(?:beitragende|begünstigende|mitwirkende) (?:faktoren|ursachen|umstände)/,
      /^factores\b/,
    ],
  ],
  [
    "cause",
    [
      /^(?:root causes?|underlying causes?|causes?)(?: analysis| and trigger| of the (?:issue|incident|outage|problem))?$/,
      /^causes?(?: (?:racines?|profondes?|premières?|sous-jacentes?|de l'incident|de la panne))?$|^analyse des causes/,
      /^(?:grond|hoofd|kern|achterliggende )?oorza(?:ak|ken)(?:analyse)?\b/,
      /^(?:grund|haupt|kern)?ursachen?(?:analyse)?\b/,
      /^causas?(?: (?:ra[ií]z|principal(?:es)?|subyacentes?|del incidente))?$|^análisis de (?:la )?causas?/,
    ],
  ],
  [
    "actions",
    [
      /^(?:action items?|actions|follow[- ]?ups?|corrective (?:actions?|and prevent(?:at)?ive|measures?)|prevent(?:at)?ive (?:actions?|measures?)|future actions|next steps|review actions|remediation items?|recommendations)\b/,
      /^(?:plan d'actions?|actions? (?:correctives?|préventives?|à mener|de suivi)|mesures (?:correctives|préventives|prises)|prochaines étapes|recommandations)/,
      /^(?:(?:verbeter|vervolg|actie)?(?:acties|actiepunten|punten|stappen)|maatregelen|aanbevelingen)\b/,
      /^(?:(?:korrektur|folge|gegen|präventiv)?ma(?:ß|ss)nahmen|aktionspunkte|(?:nächste|weitere) schritte|empfehlungen)/,
      /^(?:acciones|elementos de acción|medidas (?:correctivas|preventivas)|próximos pasos|recomendaciones)/,
    ],
  ],
  [
    "impact",
    [
      /^(?:impact|user impact|customer impact|business impact|summary of impact)\b/,
      /^(?:impacts?|incidences?|conséquences|répercussions)\b/,
      /^(?:impact|gevolgen|uitwerking)\b/,
      /^(?:auswirkung(?:en)?|folgen|betroffene)\b/,
      /^(?:impacto|consecuencias|afectación|repercusiones)/,
    ],
  ],
  [
    "summary",
    [
      /^(?:(?:executive |issue |incident )?summary|overview|tl;?dr|abstract|synopsis|what happened)\b/,
      /^(?:résumé|sommaire|synthèse|en bref|ce qui s'est passé)/,
      /^(?:samenvatting|in het kort|wat er gebeurde)/,
      /^(?:zusammenfassung|kurzfassung|überblick|was geschah)/,
      /^(?:resumen|en breve|qué pasó|qué ocurrió)/,
    ],
  ],
  [
    "lessons",
    [
      /^(?:lessons?|learnings?|takeaways?)\b/,
      /^(?:leçons?|enseignements?|retours? d'expérience)\b/,
      /^(?:geleerde lessen|lessen|wat we (?:hebben )?geleerd)/,
      /^(?:lehren|gelernte lektionen|erkenntnisse|was wir gelernt haben|lessons learned)/,
      /^(?:lecciones|aprendizajes|qué aprendimos)/,
    ],
  ],
];

/** Which part a heading names, in any of five languages; its number, marks and pictures before it do not count. */
export function sectionOf(title: string): Section | null {
  const plain = title
    .slice(0, 200)
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^[^\p{L}¿]+|^¿/u, "")
    .replace(/[\s:*_?#.]+$/, "");
  return names.find(([, patterns]) => patterns.some((pattern) => pattern.test(plain)))?.[0] ?? null;
}

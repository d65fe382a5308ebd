import { type Measured, measureOnsets, metricsFolder } from "./measure-onsets";

/** `npm run onsets`: what people labelled in real series, held against the onset intervals that are drawn. */
const measured = measureOnsets(metricsFolder);
if (measured.length === 0) {
  console.error(`There are no series in ${metricsFolder}: nothing to measure.`);
  process.exit(2);
}
const rows = [
  ["series", "labelled", "within an onset", "onsets drawn", "outside every label"],
  ...measured.map((one) => [one.what, one.labelled, one.within, one.drawn, one.elsewhere].map(String)),
];
for (const row of rows) console.log(`| ${row.join(" | ")} |`);
const sum = (field: keyof Omit<Measured, "what">) => measured.reduce((all, one) => all + (one[field] ?? 0), 0);
console.log(`\nWithin an onset interval: ${sum("within")} of ${sum("labelled")} labels.`);

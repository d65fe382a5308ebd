import { type Measured, measureOnsets, measureQuiet, metricsFolder } from "./measure-onsets";

/** `npm run onsets [-- folder]`: what people labelled in real series, held against the onset intervals that are drawn. */
const folder = process.argv[2] ?? metricsFolder;
const measured = measureOnsets(folder);
if (measured.length === 0) {
  console.error(`There are no series in ${folder}: nothing to measure.`);
  process.exit(2);
}
const print = (rows: (string | number)[][]) => console.log(rows.map((row) => `| ${row.join(" | ")} |`).join("\n"));
const total = (what: string, of: Measured[]): Measured => {
  const sum = (field: keyof Omit<Measured, "what">) => of.reduce((all, one) => all + one[field], 0);
  return {
    what,
    labelled: sum("labelled"),
    within: sum("within"),
    withinPeriod: sum("withinPeriod"),
    drawn: sum("drawn"),
    elsewhere: sum("elsewhere"),
  };
};
const kinds = Map.groupBy(measured, ({ what }) => /, (.*)$/.exec(what)?.[1] ?? "long");
const totals = [...kinds].map(([kind, of]) => total(`${of.length} series: ${kind}`, of));
print([
  ["series", "labelled", "within an onset", "or its last period", "onsets drawn", "outside every label"],
  ...[...measured, ...totals].map((one) => [
    one.what,
    one.labelled,
    one.within,
    one.withinPeriod,
    one.drawn,
    one.elsewhere,
  ]),
]);
console.log();
print([
  ["where nothing was wrong", "series", "with an onset"],
  ...measureQuiet(folder).map((one) => [one.what, one.series, one.drawnIn]),
]);

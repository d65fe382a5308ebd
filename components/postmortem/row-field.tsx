"use client";

import { TypedArea, TypedChoice, TypedField, TypedSelect } from "@/components/form/typed";

export type RowFieldSpec = {
  name: string;
  as: "line" | "area" | "choice" | "day" | "link" | "tick" | "number";
  label: string;
  hint?: string | undefined;
  options?: readonly { value: string; label: string }[];
  /** How much of a row of six it takes. */
  wide?: 2 | 3 | 6;
  /** Short enough for half the width of a phone. */
  half?: true;
};

const widths = { 2: "sm:col-span-2", 3: "sm:col-span-3", 6: "sm:col-span-6" };
const inputs = { line: {}, day: { type: "date" }, link: { type: "url" }, number: { inputMode: "decimal" } } as const;

/** One field of a row, by what it is for. */
export function RowField({ field, name, value }: { field: RowFieldSpec; name: string; value: string }) {
  const { as, label, hint, options = [], wide = 2, half } = field;
  return (
    <div className={`${half ? "" : "col-span-2"} ${widths[wide]}`}>
      {as === "area" && <TypedArea name={name} label={label} hint={hint} defaultValue={value} rows={2} />}
      {as === "tick" && <TypedChoice name={name} label={label} defaultChecked={value === "on"} />}
      {as === "choice" && (
        <TypedSelect name={name} label={label} hint={hint} defaultValue={value}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </TypedSelect>
      )}
      {as in inputs && (
        <TypedField name={name} label={label} hint={hint} defaultValue={value} {...inputs[as as keyof typeof inputs]} />
      )}
    </div>
  );
}

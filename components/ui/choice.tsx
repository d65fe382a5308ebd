import type { ComponentProps, ReactNode } from "react";

type ChoiceProps = Omit<ComponentProps<"input">, "type"> & {
  type?: "checkbox" | "radio";
  label: ReactNode;
  hint?: ReactNode;
};

/** A checkbox (or radio) with its words as one 44 px target. Props: label, hint, and all of input. */
export function Choice({ type = "checkbox", label, hint, ...input }: ChoiceProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input type={type} className="mt-0.5 size-5 shrink-0 accent-accent" {...input} />
      <span>
        {label}
        {hint && <span className="block text-sm text-soft">{hint}</span>}
      </span>
    </label>
  );
}

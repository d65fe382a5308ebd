"use client";

import type { ComponentProps } from "react";
import { Choice } from "@/components/ui/choice";
import { Field, Select, TextArea } from "@/components/ui/field";
import { useTyped } from "./complaint";

/** Fields that keep what was typed and say what was wrong with it. Props as of their kin in components/ui. */

export function TypedField({ defaultValue, ...field }: ComponentProps<typeof Field>) {
  const { value, complaint } = useTyped(field.name, text(defaultValue));
  return <Field {...field} defaultValue={value} complaint={complaint} />;
}

export function TypedArea({ defaultValue, ...area }: ComponentProps<typeof TextArea>) {
  const { value, complaint } = useTyped(area.name, text(defaultValue));
  return <TextArea {...area} defaultValue={value} complaint={complaint} />;
}

export function TypedSelect({ defaultValue, ...select }: ComponentProps<typeof Select>) {
  const { value, complaint } = useTyped(select.name, text(defaultValue));
  // a select ignores a new default value: it has to be a new select
  return <Select key={value} {...select} defaultValue={value} complaint={complaint} />;
}

type TypedChoiceProps = Omit<ComponentProps<typeof Choice>, "type"> & { name: string };

/** A checkbox; absent in what was sent means that it was not ticked. */
export function TypedChoice({ defaultChecked = false, ...choice }: TypedChoiceProps) {
  const { value } = useTyped(choice.name, defaultChecked ? "on" : "");
  return <Choice {...choice} defaultChecked={value === "on"} />;
}

type TypedRadioProps = TypedChoiceProps & { value: string };

export function TypedRadio({ defaultChecked = false, ...choice }: TypedRadioProps) {
  const { value } = useTyped(choice.name, defaultChecked ? choice.value : "");
  return <Choice type="radio" {...choice} defaultChecked={value === choice.value} />;
}

const text = (value: ComponentProps<"input">["defaultValue"]) => (value === undefined ? "" : String(value));

/** What a row is known by; nobody types it, and a refusal must not lose it. */
export function TypedHidden({ name, defaultValue }: { name: string; defaultValue: string }) {
  const { value } = useTyped(name, defaultValue);
  return <input type="hidden" name={name} value={value} />;
}

"use client";

import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { RowOut } from "@/components/event-form/row-out";
import { useRows, useScripted } from "@/components/event-form/use-rows";
import { ActionForm } from "@/components/form/action-form";
import { TypedHidden } from "@/components/form/typed";
import { Button } from "@/components/ui/button";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/web/form-state";
import { RowField, type RowFieldSpec } from "./row-field";

export type Draft = Record<string, string>;

type RowsFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Entry, and the revision that the form was made of. */
  of: { id: string; base: number };
  /** The list in the form; its rows are known by their field `id` where they have one. */
  list: string;
  drafts: readonly Draft[];
  blank: Draft;
  fields: readonly RowFieldSpec[];
  /** Said of a row with its number, of adding one, of taking one out, of saving. */
  words: { row: string; add: string; out: string; save: string };
  children?: ReactNode;
};

/** Rows that come and go. Without JavaScript there are some blank ones; a row whose words are emptied is taken out. */
export function RowsForm({ action, of, children, ...rows }: RowsFormProps) {
  return (
    <ActionForm action={action} className="grid gap-6">
      <TypedHidden name="id" defaultValue={of.id} />
      <TypedHidden name="base" defaultValue={String(of.base)} />
      {children}
      <Rows {...rows} />
      <Submit className="justify-self-start">{rows.words.save}</Submit>
    </ActionForm>
  );
}

function Rows({ list, drafts, blank, fields, words }: Omit<RowsFormProps, "action" | "of" | "children">) {
  const { rows, spare, add, remove } = useRows(list, drafts, blank, 1);
  const scripted = useScripted();
  const row = (number: number, draft: Draft, isFirst: boolean, onRemove?: () => void) => (
    <fieldset key={number} className="card relative grid grid-cols-2 gap-3 p-4 sm:grid-cols-6">
      <legend className="float-left col-span-full min-h-6 font-semibold text-soft text-sm">{`${words.row} ${number + 1}`}</legend>
      {"id" in blank && <TypedHidden name={`${list}.${number}.id`} defaultValue={draft.id ?? ""} />}
      {fields.map((field) => (
        <RowField
          key={field.name}
          field={isFirst ? field : { ...field, hint: undefined }}
          name={`${list}.${number}.${field.name}`}
          value={draft[field.name] ?? ""}
        />
      ))}
      <RowOut label={`${words.out} ${number + 1}`} onRemove={onRemove} />
    </fieldset>
  );
  return (
    <div className="grid gap-4">
      {rows.map(({ number, draft }, at) => row(number, draft, at === 0, scripted ? () => remove(number) : undefined))}
      <noscript>
        <div className="grid gap-4">{spare.map((number) => row(number, blank, false))}</div>
      </noscript>
      {scripted && (
        <Button className="justify-self-start" onClick={() => add([blank])}>
          <Plus aria-hidden className="size-5" />
          {words.add}
        </Button>
      )}
    </div>
  );
}

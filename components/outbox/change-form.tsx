"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { SentForm } from "@/components/form/complaint";
import { TypedArea, TypedChoice, TypedField } from "@/components/form/typed";
import { Button } from "@/components/ui/button";
import { Refusal } from "@/components/ui/refusal";
import type { FormState } from "@/lib/web/form-state";
import type { Entry, Kind } from "./entry";
import type { Kept } from "./kept";
import { valuesOf } from "./kept-form";

type ChangeFormProps = { entry: Entry; kept: Kept; close: () => void };

/** What came back, in the fields of its form, with what was wrong at each; sent it is a new thing with a new key. */
export function ChangeForm({ entry, kept, close }: ChangeFormProps) {
  const t = useTranslations("outbox");
  const { kind, about, values, no } = entry;
  const state: FormState = no ? { status: "refused", ...no, values } : { status: "idle" };

  async function send(submit: FormEvent<HTMLFormElement>) {
    submit.preventDefault();
    const changed = { ...unticked(values), ...valuesOf(new FormData(submit.currentTarget)) };
    close();
    // first the new one is on the shelf, then the old one goes
    await kept.put(kind, about, changed);
    await kept.drop(entry);
  }

  return (
    <SentForm value={state}>
      <form onSubmit={send} className="grid gap-3" noValidate>
        <Refusal state={state} />
        {fields[kind]({ id: entry.id, named: "name" in values })}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary">
            {t("sendAgain")}
          </Button>
          <Button look="plain" onClick={close}>
            {t("asItWas")}
          </Button>
        </div>
      </form>
    </SentForm>
  );
}

/** A box that is not ticked says nothing: what is not shown stays, what is shown speaks for itself. */
function unticked({ anonymous: _, sought: __, ...rest }: Entry["values"]) {
  return rest;
}

type Place = { id: string; named: boolean };

const fields: Record<Kind, (place: Place) => React.ReactNode> = {
  pitch: (place) => <PitchFields {...place} sought />,
  edit: (place) => <PitchFields {...place} />,
  note: ({ id }) => <Notes id={id} />,
  name: ({ id }) => <Name id={id} />,
  star: () => null,
};

function PitchFields({ id, named, sought = false }: Place & { sought?: boolean }) {
  const t = useTranslations("topic");
  return (
    <>
      <TypedField id={`title-${id}`} name="title" label={t("titleLabel")} maxLength={100} className="control" />
      <TypedArea id={`pitch-${id}`} name="pitch" label={t("pitchLabel")} rows={2} maxLength={280} />
      {named && <Name id={id} />}
      <div>
        <TypedChoice name="anonymous" label={t("anonymousLabel")} />
        {sought && <TypedChoice name="sought" label={t("soughtLabel")} />}
      </div>
    </>
  );
}

function Notes({ id }: { id: string }) {
  const t = useTranslations("topic");
  return <TypedArea id={`body-${id}`} name="body" label={t("notes")} rows={6} maxLength={50_000} />;
}

function Name({ id }: { id: string }) {
  const t = useTranslations("topic");
  return <TypedField id={`name-${id}`} name="name" label={t("nameLabel")} maxLength={60} className="control" />;
}

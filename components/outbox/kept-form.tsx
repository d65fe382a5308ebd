"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useContext } from "react";
import { ActionForm } from "@/components/form/action-form";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/lib/web/form-state";
import { type Kind, newKey, type Values } from "./entry";
import { KeptContext, useAwake, useEntries } from "./kept-on-phone";

type KeptFormProps = Omit<ComponentProps<typeof ActionForm>, "done"> & {
  kind: Kind;
  /** What it is about: things about the same are sent in their order. A thing of its own when left out. */
  about?: string;
  /** Shown once the server took it. */
  done?: ReactNode;
  /** With JavaScript, and instead of `done`: where to go on. */
  then?: (value: unknown) => void;
  /** The form has given its words away: the server has them, or this phone. */
  onGiven?: () => void;
};

type Saved = { keptAs: string };

/** A form that loses nothing on a bad network: what cannot be sent is kept on this phone. Without JavaScript a plain one. */
export function KeptForm({ kind, about, action, done, then, onGiven, ...form }: KeptFormProps) {
  const kept = useContext(KeptContext);
  const awake = useAwake();

  async function keep(previous: FormState, typed: FormData): Promise<FormState> {
    const values = valuesOf(typed);
    const fate = await kept?.keep(kind, about ?? newKey(), values).catch(() => null);
    if (!fate) return navigator.onLine ? action(previous, typed) : refused(values, { reason: "no-network" });
    if (fate.is === "refused") return refused(values, fate.no);
    onGiven?.();
    if (fate.is === "kept") return { status: "done", value: { keptAs: fate.entry.id } satisfies Saved };
    then?.(fate.value);
    return { status: "done", value: fate.value };
  }

  return (
    <ActionForm
      action={awake && kept ? keep : action}
      done={(value) => <Given value={value}>{done}</Given>}
      {...form}
    />
  );
}

/** That it is kept, until it is sent. */
function Given({ value, children }: { value: unknown; children: ReactNode }) {
  const t = useTranslations("outbox");
  const entries = useEntries();
  const id = value !== null && typeof value === "object" && "keptAs" in value ? value.keptAs : null;
  const waits = entries.some((entry) => entry.id === id && entry.no === null);
  const cameBack = entries.some((entry) => entry.id === id && entry.no !== null);
  if (cameBack) return null;
  return waits ? <Notice tone="warn" title={t("saved")} /> : children;
}

type Refusing = { reason: string; fields?: Record<string, string[]>; about?: Record<string, string | number> };

function refused(values: Values, { reason, fields = {}, about = {} }: Refusing): FormState {
  return { status: "refused", reason, fields, about, values };
}

/** What a form says, without what React adds for forms without JavaScript. */
export function valuesOf(form: FormData): Values {
  const texts = [...form].filter(([name, value]) => typeof value === "string" && !name.startsWith("$ACTION"));
  return Object.fromEntries(texts) as Values;
}

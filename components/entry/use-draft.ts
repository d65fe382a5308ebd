"use client";

import { useRouter } from "next/navigation";
import { type RefObject, type SubmitEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { forgetWhatWasAnothers } from "@/components/offline/forget";
import { textFields } from "@/lib/entry/rules";
import { type FormState, idle } from "@/lib/web/form-state";
import { type Desk, DraftSaving } from "./draft-saving";
import type { EditorProps } from "./editor";
import type { Values } from "./kept-draft";

const kept = [...textFields, "message"] as const;

/** The draft of the form around it: kept while one types, sent without leaving the page. */
export function useDraft(form: RefObject<HTMLFormElement | null>, props: EditorProps, base: number) {
  const { refresh } = useRouter();
  const now = useRef(props);
  now.current = props;
  const [draft] = useState(() => {
    const { person, id } = props;
    return new DraftSaving(`twofeet.draft.${person}.${id}`, base, deskOf(form, now, refresh));
  });
  const [first] = useState(draft.shown);
  const shown = useSyncExternalStore(
    draft.subscribe,
    () => draft.shown,
    () => first,
  );
  useEffect(() => {
    forgetWhatWasAnothers(now.current.person);
    draft.open();
    const flush = () => draft.close();
    addEventListener("pagehide", flush);
    addEventListener("online", draft.wake);
    return () => {
      flush();
      removeEventListener("pagehide", flush);
      removeEventListener("online", draft.wake);
    };
  }, [draft]);
  const submit = (sent: SubmitEvent<HTMLFormElement>) => {
    sent.preventDefault();
    void draft.save();
  };
  return { ...shown, keep: draft.type, throwAway: draft.throwAway, submit };
}

function deskOf(form: RefObject<HTMLFormElement | null>, now: RefObject<EditorProps>, refresh: () => void): Desk {
  return {
    storage: storage(),
    read: () => valuesOf(form.current),
    fill: (values) => fill(form.current, values),
    send: (values) => sent(now.current.save, { ...values, id: now.current.id }),
    head: () => ({ no: now.current.head.no, texts: { ...now.current.head.texts, message: "" } }),
    refresh,
  };
}

function sent(save: EditorProps["save"], values: Values): Promise<FormState> {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return save(idle, form);
}

function valuesOf(form: HTMLFormElement | null): Values {
  const all = form ? new FormData(form) : new FormData();
  return Object.fromEntries(kept.map((name) => [name, String(all.get(name) ?? "").replaceAll("\r\n", "\n")]));
}

function fill(form: HTMLFormElement | null, values: Values) {
  for (const [name, value] of Object.entries(values)) {
    const field = form?.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
      field.value = value;
  }
}

function storage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

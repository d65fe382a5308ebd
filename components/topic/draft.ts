"use client";

import { type RefObject, useEffect } from "react";

/** Keeps what is typed into the texts below `box` on this phone until it was sent. */
export function useDraft(box: RefObject<HTMLElement | null>, key: string) {
  useEffect(() => {
    const root = box.current;
    if (!root) return;
    restore(root, key);
    const keep = () => store(key, JSON.stringify(textsOf(root)));
    root.addEventListener("input", keep);
    return () => root.removeEventListener("input", keep);
  }, [box, key]);
}

export const forgetDraft = (key: string) => store(key, null);

/** What is kept of a draft, by the names of its texts. */
export const keptTexts = (key: string) => JSON.parse(stored(key) ?? "{}") as Record<string, string>;

export const pitchDraft = (slug: string) => `twofeet.pitch.${slug}`;

/** What hangs on the wall is no draft any more. */
export function useHung(slug: string, title: string) {
  useEffect(() => {
    const draft = keptTexts(pitchDraft(slug));
    if (draft.title?.trim() === title) store(pitchDraft(slug), null);
  }, [slug, title]);
}

function fieldsOf(root: HTMLElement) {
  return [...root.querySelectorAll<HTMLInputElement>("input:not([type=hidden], [type=checkbox]), textarea")];
}

function textsOf(root: HTMLElement) {
  return Object.fromEntries(fieldsOf(root).map(({ name, value }) => [name, value]));
}

function restore(root: HTMLElement, key: string) {
  const kept = keptTexts(key);
  for (const field of fieldsOf(root)) if (!field.value && kept[field.name]) field.value = kept[field.name] ?? "";
}

function stored(key: string) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, text: string | null) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // a phone without storage keeps no draft
  }
}

"use client";

import { type ClipboardEvent, type DragEvent, useState } from "react";
import { mostPictureBytes, pictureMark } from "@/lib/entry/rules";

type Status = "sends" | "here" | "offline" | "tooBig" | "refused";

/** Pictures that are pasted or dropped into a text go to the entry, and their mark goes where the cursor stands. */
export function usePictures(at: string) {
  const [status, setStatus] = useState<Status | null>(null);
  const take = async (files: FileList, into: EventTarget) => {
    for (const file of files) {
      if (!file.type.startsWith("image/")) continue;
      setStatus("sends");
      setStatus(await sendInto(at, file, into));
    }
  };
  return {
    status,
    paste: (pasted: ClipboardEvent) => takeFrom(pasted, pasted.clipboardData.files, take),
    drop: (dropped: DragEvent) => takeFrom(dropped, dropped.dataTransfer.files, take),
  };
}

type Took = { target: EventTarget; preventDefault: () => void };

function takeFrom(took: Took, files: FileList, take: (files: FileList, into: EventTarget) => Promise<void>) {
  if (files.length === 0) return;
  took.preventDefault();
  void take(files, took.target);
}

async function sendInto(at: string, file: File, into: EventTarget): Promise<Status> {
  if (file.size > mostPictureBytes) return "tooBig";
  const form = new FormData();
  const alt = file.name.replace(/\.\w+$/, "");
  form.set("picture", file);
  form.set("alt", alt);
  try {
    const answer = await fetch(`${at}/picture`, {
      method: "POST",
      body: form,
      headers: { accept: "application/json" },
    });
    if (!answer.ok) return "refused";
    const { sha256 } = await answer.json();
    if (into instanceof HTMLTextAreaElement) write(into, pictureMark(sha256, alt));
    return "here";
  } catch {
    return "offline";
  }
}

function write(area: HTMLTextAreaElement, text: string) {
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new globalThis.Event("input", { bubbles: true }));
}

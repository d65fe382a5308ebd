"use client";

import { useFilling } from "./filling";

/** A placeholder of a text: what was filled in, or itself. Props: name, written (as it stands in the text). */
export function Slot({ name, written }: { name: string; written: string }) {
  const value = useFilling().shown(name);
  return (
    <mark className="slot" data-filled={value === "" ? undefined : true}>
      {value || written}
    </mark>
  );
}

"use client";

import { useState } from "react";
import { Dot } from "./dot";

type DotRowProps = { down: number; places: number; pending?: boolean };

/** Places for dots, the first `down` of them taken; a number beside one dot when there are many. */
export function DotRow({ down, places, pending = false }: DotRowProps) {
  const [first] = useState(down);
  if (places > 10)
    return (
      <span className="inline-flex items-center gap-1.5 font-bold">
        <Dot down={down > 0} pending={pending} />
        {down}
      </span>
    );
  return (
    <span className="inline-flex max-w-max flex-wrap items-center justify-center gap-[0.22em]">
      {placesOf(places, down).map(({ key, taken }) => (
        <Dot key={key} down={taken} pending={pending} fresh={taken && down > first} />
      ))}
    </span>
  );
}

/** A place gets a new key when a dot lands there, so that only the new one moves. */
function placesOf(places: number, down: number) {
  return Array.from({ length: places }, (_, place) => ({ key: `${place}${place < down}`, taken: place < down }));
}

import { Slot } from "@/components/filling/slot";
import type { Piece } from "./cut";

/** A piece of code as it is shown. */
export function pieceOf({ at, name, text, look }: Piece) {
  if (name) return <Slot key={at} name={name} written={text} />;
  if (!look) return text;
  return (
    <span key={at} className={look}>
      {text}
    </span>
  );
}

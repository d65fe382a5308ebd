import { X } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Takes a row out of the form; nothing happens before the form is sent. */
export function RowOut({ label, onRemove }: { label: string; onRemove: (() => void) | undefined }) {
  if (!onRemove) return null;
  return (
    <Button look="plain" icon className="absolute! top-1 right-1" aria-label={label} title={label} onClick={onRemove}>
      <X aria-hidden className="size-5" />
    </Button>
  );
}

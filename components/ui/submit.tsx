"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

/** The button that sends its form; rests while the form is on its way. Props as of Button. */
export function Submit(props: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  return <Button look="primary" {...props} type="submit" aria-disabled={pending} />;
}

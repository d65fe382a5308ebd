import type { ComponentProps } from "react";
import { Link } from "@/components/ui/link";

type Look = {
  /** primary: the one thing to do here; quiet: beside it; plain: text only; danger: takes something away. */
  look?: "primary" | "quiet" | "plain" | "danger";
  large?: boolean;
  /** A square of 44 px for one icon; give it an `aria-label`. */
  icon?: boolean;
};

/** `<button>` with a look; `type` is "button" unless told. All other props go to the element. */
export function Button({ look, large, icon, className, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={classOf({ look, large, icon }, className)} {...rest} />;
}
type ButtonProps = Loosely<Look> & ComponentProps<"button">;

/** The same look on a link that Next navigates. */
export function LinkButton({ look, large, icon, className, ...rest }: LinkButtonProps) {
  return <Link className={classOf({ look, large, icon }, className)} {...rest} />;
}
type LinkButtonProps = Loosely<Look> & ComponentProps<typeof Link>;

type Loosely<T> = { [K in keyof T]: T[K] | undefined };

function classOf({ look = "quiet", large, icon }: Loosely<Look>, more = "") {
  return `button button-${look}${large ? " button-large" : ""}${icon ? " button-icon" : ""} ${more}`;
}

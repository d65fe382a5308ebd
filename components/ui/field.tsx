import type { ComponentProps, ReactNode } from "react";

type Frame = {
  label: ReactNode;
  /** The `name` in the form; also the base of the ids. */
  name: string;
  hint?: ReactNode | undefined;
  /** What is wrong with it, as a sentence; announced and tied to the control. */
  complaint?: string | null | undefined;
  optional?: string | undefined;
};

/** A labelled `<input>`. Props: label, name, hint, complaint, optional (the word), and all of input. */
export function Field({ label, name, hint, complaint, optional, id, ...input }: FieldProps) {
  const frame = { label, name, hint, complaint, optional, id };
  return (
    <Labelled {...frame}>
      <input className="control" {...wiring(frame)} {...input} />
    </Labelled>
  );
}
type FieldProps = Frame & Omit<ComponentProps<"input">, "name">;

/** A labelled `<textarea>` that grows with its text where the browser can. Props as of Field. */
export function TextArea({ label, name, hint, complaint, optional, id, ...area }: TextAreaProps) {
  const frame = { label, name, hint, complaint, optional, id };
  return (
    <Labelled {...frame}>
      <textarea className="control field-sizing-content" rows={3} {...wiring(frame)} {...area} />
    </Labelled>
  );
}
type TextAreaProps = Frame & Omit<ComponentProps<"textarea">, "name">;

/** A labelled native `<select>`; its options are the children. Props as of Field. */
export function Select({ label, name, hint, complaint, optional, id, ...select }: SelectProps) {
  const frame = { label, name, hint, complaint, optional, id };
  return (
    <Labelled {...frame}>
      <select className="control" {...wiring(frame)} {...select} />
    </Labelled>
  );
}
type SelectProps = Frame & Omit<ComponentProps<"select">, "name">;

type Wired = Frame & { id?: string | undefined };

function Labelled({ label, hint, complaint, optional, children, ...wired }: LabelledProps) {
  const id = wired.id ?? wired.name;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="flex items-baseline justify-between gap-3 font-semibold">
        {label}
        {optional && <span className="font-normal text-soft text-xs">{optional}</span>}
      </label>
      {children}
      <p id={`${id}-complaint`} role="alert" className="text-bad text-sm empty:hidden">
        {complaint}
      </p>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
type LabelledProps = Wired & { children: ReactNode };

function wiring({ name, id = name, hint, complaint }: Omit<Wired, "label">) {
  const described = [complaint && `${id}-complaint`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return {
    id,
    name,
    "aria-invalid": complaint ? true : undefined,
    "aria-describedby": described || undefined,
  } as const;
}

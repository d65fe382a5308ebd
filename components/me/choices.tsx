import type { ReactNode } from "react";

type ChoicesProps = {
  action: (form: FormData) => Promise<void>;
  name: string;
  /** What is being chosen, for those who listen. */
  label: string;
  current: string;
  options: readonly { value: string; label: ReactNode; lang?: string }[];
};

/** A few options as buttons in a row; one tap chooses, without JavaScript too. */
export function Choices({ action, name, label, current, options }: ChoicesProps) {
  return (
    <form action={action}>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="mb-1.5 font-semibold">{label}</legend>
        {options.map(({ value, label: words, lang }) => (
          <button
            type="submit"
            key={value}
            name={name}
            value={value}
            lang={lang}
            aria-pressed={value === current}
            className="chip"
          >
            {words}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

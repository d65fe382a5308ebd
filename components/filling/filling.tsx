"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { fillingOf, type Parameter, type Values } from "@/lib/placeholder/rules";

type Filled = {
  values: Values;
  set: (name: string, value: string) => void;
  /** What stands in the place of a placeholder; empty as long as nothing does. */
  shown: (name: string) => string;
};

const Context = createContext<Filled>({ values: {}, set: () => undefined, shown: () => "" });

type FillingProps = { parameters: readonly Parameter[]; values: Values; children: ReactNode };

/** What the reader fills in, for the fields and the placeholders inside. It stays in this page: nothing is sent. */
export function Filling({ parameters, values: given, children }: FillingProps) {
  const [values, setValues] = useState(given);
  const byName = new Map(parameters.map((one) => [one.name, one]));
  const filled: Filled = {
    values,
    set: (name, value) => setValues((before) => ({ ...before, [name]: value })),
    shown: (name) => {
      const parameter = byName.get(name);
      return parameter ? fillingOf(parameter, values) : "";
    },
  };
  return <Context value={filled}>{children}</Context>;
}

export const useFilling = () => useContext(Context);

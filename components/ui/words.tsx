import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type WordsProps = { namespaces: readonly string[]; children: ReactNode };

/**
 * Hands the words of these namespaces to client components below. An inner `Words` replaces the
 * outer one, so it names all that it needs. Server components need none of this.
 */
export async function Words({ namespaces, children }: WordsProps) {
  const all: Record<string, unknown> = await getMessages();
  const some = Object.fromEntries(namespaces.map((name) => [name, all[name] ?? {}]));
  return (
    <NextIntlClientProvider messages={some as never} formats={null}>
      {children}
    </NextIntlClientProvider>
  );
}

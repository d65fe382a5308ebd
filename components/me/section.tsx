import type { ReactNode } from "react";

type SectionProps = { title: ReactNode; id?: string; children: ReactNode };

/** One matter of a page that has several. */
export function Section({ title, id, children }: SectionProps) {
  return (
    <section id={id} className="card grid gap-3 p-4">
      <h2 className="font-bold text-lg">{title}</h2>
      {children}
    </section>
  );
}

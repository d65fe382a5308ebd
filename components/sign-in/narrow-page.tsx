import type { ReactNode } from "react";
import { BrandBar } from "@/components/home/brand-bar";

type NarrowPageProps = { title: ReactNode; children: ReactNode };

/** One thing to do and nothing beside it. */
export function NarrowPage({ title, children }: NarrowPageProps) {
  return (
    <div className="page pb-12">
      <BrandBar />
      <main className="mx-auto grid max-w-md gap-5 pt-6 sm:pt-16">
        <h1 className="font-bold text-xl tracking-tight">{title}</h1>
        {children}
      </main>
    </div>
  );
}

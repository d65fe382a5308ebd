import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Words } from "@/components/ui/words";

/** Names stay out of titles: histories and screens that are shared show those. */
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default function SpaceLayout({ children }: { children: ReactNode }) {
  return <Words namespaces={["ui", "entry", "refused"]}>{children}</Words>;
}

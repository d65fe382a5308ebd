import type { Metadata } from "next";
import type { ReactNode } from "react";

/** The company's name stays out of titles: histories and screens that are shared show those. */
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default function OrgLayout({ children }: { children: ReactNode }) {
  return children;
}

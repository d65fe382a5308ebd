import type { Stamp } from "./stamp";

export const styles = ["table", "headings", "bullets", "lines", "chat", "labels", "prose"] as const;
export type Style = (typeof styles)[number];

/** Something with a time, before its time is made an instant. */
export type FoundEvent = {
  style: Style;
  stamp: Stamp;
  who: string;
  text: string[];
  /** A day that only heads what comes after it: it holds, and is no event. */
  header: boolean;
};

export const found = (style: Style, stamp: Stamp, text = "", who = "", header = false): FoundEvent => ({
  ...{ style, stamp, who, header },
  text: text ? [text] : [],
});

/** `- **10:45 foo** bar` loses half of its marks with its time: the other half gets it back. */
export function tidy(text: string) {
  const shorn = text.replace(/^[\s)\]]+/, "").trim();
  const bare = shorn.split("`").length % 2 === 1 || shorn.includes("\n") ? shorn : `\`${shorn}`;
  if (bare.split("**").length % 2 === 1) return bare;
  return bare.startsWith("**") ? bare.slice(2).trim() : `**${bare}`;
}

import type { TopicCard } from "@/lib/live/feed";

type Said = "chathamHouse" | "sealed" | "sought" | "anonymous";

/** Who convenes it; where that is not to be known, why. */
export function convenerWords({ convener, sought, confidentiality }: TopicCard, t: (key: Said) => string) {
  if (confidentiality) return t(confidentiality === "sealed" ? "sealed" : "chathamHouse");
  return convener ?? t(sought ? "sought" : "anonymous");
}

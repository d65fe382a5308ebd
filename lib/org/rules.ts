const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

/** Letters and digits for an address, five bits of each byte. */
export const randomPart = (bytes: Uint8Array) => Array.from(bytes, (byte) => alphabet[byte % 32]).join("");

/** The address of an org: readable, and with a tail that nobody guesses. */
export function addressOf(name: string, random: Uint8Array) {
  const plain = name.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const words = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 30)
    .replace(/^-+|-+$/g, "");
  return `${words || "org"}-${randomPart(random)}`;
}

/** Mailboxes that only whoever runs a domain reads (RFC 2142 and the rules of certificate authorities). */
export const keepers = ["postmaster", "hostmaster", "webmaster", "admin", "administrator"] as const;

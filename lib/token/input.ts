import { z } from "zod";

/** What a token lets a machine do: read the feed, read everything, or write too. Each more than the one before. */
export const tokenScopes = ["feed", "read", "write"] as const;
export type TokenScope = (typeof tokenScopes)[number];
export const scopeAtLeast = (least: TokenScope, scope: TokenScope) =>
  tokenScopes.indexOf(scope) >= tokenScopes.indexOf(least);

export const makeTokenInput = z.strictObject({
  label: z.string().trim().min(1).max(60),
  scope: z.enum(tokenScopes),
  /** Days until it ends by itself; 0: never. */
  days: z.coerce.number().int().min(0).max(730).default(365),
});

export const endTokenInput = z.strictObject({ id: z.uuid() });

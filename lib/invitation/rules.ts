export type Terms = { uses: number; used: number; expiresAt: Date; revokedAt: Date | null };

/** Why an invitation opens nothing any more, or `open`. */
export function stateOf({ uses, used, expiresAt, revokedAt }: Terms, now: Date) {
  if (revokedAt) return "revoked" as const;
  if (used >= uses) return "used-up" as const;
  return expiresAt <= now ? ("expired" as const) : ("open" as const);
}

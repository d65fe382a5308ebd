import { createHmac } from "node:crypto";
import { env } from "@/lib/env";
import { type Keeper, nobody } from "@/lib/offline/rules";

/** A name for a person that a phone may compare and nobody can trace: the same in all events, and in no database. */
export function keeperOf(userId: string | null, audience: Keeper["audience"]): Keeper {
  return { person: userId ? sealed(userId) : nobody, audience };
}

function sealed(userId: string) {
  return createHmac("sha256", env().TWOFEET_SECRET).update(`keeper ${userId}`).digest("base64url").slice(0, 22);
}

import { createHash, randomBytes } from "node:crypto";

/** 128 random bits, and what the database knows of them. */
export function newLetterToken() {
  const token = randomBytes(16).toString("base64url");
  return { token, tokenHash: hashLetterToken(token) };
}

export const hashLetterToken = (token: string) => createHash("sha256").update(token).digest("hex");

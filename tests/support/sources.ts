/** Every source file of the product by its path, e.g. `lib/board/rules.ts`. */
export const sources = withoutSlash(
  import.meta.glob<string>("/{app,components,lib,worker,bin,tests,prisma}/**/*.{ts,tsx,mjs}", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

function withoutSlash(files: Record<string, string>) {
  return Object.entries(files).map(([path, text]) => ({ path: path.slice(1), text }));
}

export type Import = { from: string; typeOnly: boolean };

/** What a file imports: packages by name, own files by their path from the root without extension. */
export function importsOf({ path, text }: { path: string; text: string }): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?["']([^"']+)["']/gm);
  return [...statements].map(([, type, from = ""]) => ({ from: resolved(path, from), typeOnly: type !== undefined }));
}

function resolved(path: string, from: string) {
  const plain = from.replace(/\.(ts|tsx)$/, "");
  if (plain.startsWith("@/")) return plain.slice(2);
  if (!plain.startsWith(".")) return plain;
  return new URL(plain, `file:///${path}`).pathname.slice(1);
}

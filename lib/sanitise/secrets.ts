import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";
import { textsOf } from "@/lib/sanitise/rules";

const rules = [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator }];
const config = { rules } as unknown as Parameters<typeof lintSource>[0]["options"]["config"];

/** Keys, tokens and passwords that a scanner knows by their looks, in all texts of a document. */
export async function secretsIn(document: unknown): Promise<string[]> {
  const content = textsOf(document)
    .map(({ text }) => text)
    .join("\n\n");
  const source = { filePath: "document.txt", content, contentType: "text" as const, ext: ".txt" };
  const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
  const found = messages.map(({ range: [from, to] }) => secretOf(content.slice(from, to)));
  return [...new Set(found)].filter((secret) => secret.length > 3);
}

/** A rule may take the name of a setting along: what is secret of `aws_secret_access_key = …` is what comes after. */
const secretOf = (hit: string) => /^[\w.-]+["']?\s*[=:]\s*["']?([^\s"']+)/.exec(hit)?.[1] ?? hit;

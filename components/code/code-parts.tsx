import type { Components } from "react-markdown";
import { CodeBlock } from "./code-block";
import { cut } from "./cut";
import { pieceOf } from "./pieces";

/** Code inside prose: blocks in colours and to copy, and placeholders in both that the reader fills in. Inside a `Filling`. */
export function codeParts(place: string, slots: ReadonlySet<string>): Components {
  return {
    pre: ({ node }) => {
      const code = node?.children.find((one) => one.type === "element");
      const [name = ""] = classesOf(code?.properties).flatMap((one) => /^language-(.+)$/.exec(one)?.[1] ?? []);
      const id = `${place}-${node?.position?.start.line ?? 0}`;
      return <CodeBlock id={id} lang={name || "text"} content={textOf(code)} slots={slots} />;
    },
    code: ({ children }) => (
      <code>{typeof children === "string" ? cut([{ text: children, look: "" }], slots).map(pieceOf) : children}</code>
    ),
  };
}

type Node = { type: string; value?: string; children?: Node[] };

const textOf = (node: Node | undefined): string => node?.value ?? node?.children?.map(textOf).join("") ?? "";

const classesOf = (properties: { className?: unknown } | undefined) => {
  const { className } = properties ?? {};
  return Array.isArray(className) ? className.map(String) : [];
};

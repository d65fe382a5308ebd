import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import "./code.css";
import { CopyCode } from "./copy-code";
import { cut } from "./cut";
import { highlighted } from "./highlight";
import { pieceOf } from "./pieces";

type CodeBlockProps = {
  content: string;
  /** As the author named it; what nobody knows is shown in one colour. */
  lang: string;
  /** Begins the address of every line: `#<id>-7`. */
  id: string;
  /** What stands above it: the name of the file. */
  title?: ReactNode;
  /** Names of placeholders that the reader fills in; inside a `Filling`. */
  slots?: ReadonlySet<string>;
};

const none: ReadonlySet<string> = new Set();

/** Code to read, to copy, and to point at line by line. */
export async function CodeBlock({ content, lang, id, title, slots = none }: CodeBlockProps) {
  const t = await getTranslations("recipe.code");
  const lines = await highlighted(content.replace(/\r?\n$/, ""), lang);
  return (
    <figure className="code-block">
      <figcaption>
        <span className="code-title">{title ?? lang}</span>
        <CopyCode from={id} copy={t("copy")} copied={t("copied")} failed={t("failed")} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: lines of code are no fields */}
      <div role="group" tabIndex={0} aria-label={typeof title === "string" ? title : t("label", { lang })}>
        <pre id={id}>
          <code>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number
              <span key={index} id={`${id}-${index + 1}`} className="code-line">
                <a href={`#${id}-${index + 1}`} aria-label={t("line", { number: index + 1 })}>
                  {index + 1}
                </a>
                <span className="code-text">{cut(line, slots).map(pieceOf)}</span>
              </span>
            ))}
          </code>
        </pre>
      </div>
    </figure>
  );
}

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/code/code-block";
import { codeParts } from "@/components/code/code-parts";
import { Prose } from "@/components/entry/prose";
import { FillForm } from "@/components/filling/fill-form";
import { Filling } from "@/components/filling/filling";
import { Words } from "@/components/ui/words";
import { valuesFrom } from "@/lib/placeholder/rules";
import type { RecipeDocument } from "@/lib/recipe/input";
import "./recipe.css";
import { Dependencies } from "./dependencies";
import { Deprecation } from "./deprecation";
import { Facts } from "./facts";

type RecipeViewProps = {
  document: RecipeDocument;
  /** What the address of the page carries after `?`: without JavaScript placeholders are filled from there. */
  asked?: Readonly<Record<string, string | string[] | undefined>>;
  /** Where the pictures of the entry are. */
  pictures?: string;
  /** Shown before anything is copied: whether it works for others, say. */
  children?: ReactNode;
};

/** A recipe to read and to use: what it risks, what it needs, its prose, fields for its placeholders, its files, the way back. */
export async function RecipeView({ document, asked = {}, pictures, children }: RecipeViewProps) {
  const t = await getTranslations("recipe");
  const { parameters, files, rollback, body, deprecated } = document;
  const slots = new Set(parameters.map(({ name }) => name));
  const prose = { lang: document.lang, parts: codeParts("text", slots), ...(pictures && { pictures }) };
  return (
    <Words namespaces={["ui", "recipe", "refused"]}>
      <Filling parameters={parameters} values={valuesFrom(asked, parameters)}>
        <div className="recipe">
          {deprecated && <Deprecation {...deprecated} />}
          <Facts document={document} today={new Date()} />
          {children}
          {parameters.length > 0 && <FillForm parameters={parameters} />}
          {body.trim() !== "" && <Prose {...prose}>{body}</Prose>}
          {files.map((file, index) => (
            <CodeBlock
              key={file.path}
              id={`file-${index + 1}`}
              title={file.path}
              lang={file.lang}
              content={file.content}
              slots={slots}
            />
          ))}
          <Dependencies dependencies={document.dependencies} />
          {rollback.trim() !== "" && (
            <section className="grid gap-2" aria-labelledby="rollback">
              <h2 id="rollback" className="font-bold text-lg">
                {t("rollback")}
              </h2>
              <Prose parts={codeParts("undo", slots)} below={2}>
                {rollback}
              </Prose>
            </section>
          )}
        </div>
      </Filling>
    </Words>
  );
}

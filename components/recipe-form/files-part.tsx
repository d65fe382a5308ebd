"use client";

import { useTranslations } from "next-intl";
import { TypedArea, TypedField } from "@/components/form/typed";
import type { RecipeDocument } from "@/lib/recipe/input";
import { Part, type Save } from "./part";

type FilesPartProps = { id: string; base: number; files: RecipeDocument["files"]; action: Save };

const empty = { path: "", lang: "", content: "" };

/** Its files, and room for another; one without a path is taken out. */
export function FilesPart({ files, action, ...begun }: FilesPartProps) {
  const t = useTranslations("recipe.form");
  return (
    <Part {...begun} name="files" title={t("files")} help={t("filesHelp")} action={action}>
      {[...files, empty].map((file, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its number
        <fieldset key={at} className="grid gap-3 border-line border-t pt-3">
          <legend className="sr-only">{file.path || t("newFile")}</legend>
          <div className="fill-fields">
            <TypedField name={`files.${at}.path`} label={t("path")} defaultValue={file.path} spellCheck={false} />
            <TypedField
              name={`files.${at}.lang`}
              label={t("lang")}
              hint={t("langHint")}
              defaultValue={file.lang}
              spellCheck={false}
            />
          </div>
          <TypedArea
            name={`files.${at}.content`}
            label={t("content")}
            defaultValue={file.content}
            spellCheck={false}
            className="control max-h-96 overflow-auto font-mono text-sm"
            rows={6}
          />
        </fieldset>
      ))}
    </Part>
  );
}

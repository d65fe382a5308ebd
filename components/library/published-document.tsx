import { Prose } from "@/components/entry/prose";
import type { EntryDocument } from "@/lib/entry/input";

type DocumentProps = { document: EntryDocument; slug: string; version: string };

/** What a public entry says. Props: document, slug and version (where what lies beside it is). */
export function PublishedDocument({ document, slug, version }: DocumentProps) {
  const pictures = `/library/${slug}/v/${encodeURIComponent(version)}/picture`;
  return (
    <>
      {document.body && (
        <Prose lang={document.lang} pictures={pictures}>
          {document.body}
        </Prose>
      )}
      {document.kind === "recipe" &&
        document.files.map((file) => (
          <figure key={file.path} className="grid gap-1">
            <figcaption className="font-mono text-sm">{file.path}</figcaption>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable */}
            <pre tabIndex={0} className="card overflow-x-auto p-3 text-sm">
              {file.content}
            </pre>
          </figure>
        ))}
    </>
  );
}

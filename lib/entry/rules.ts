/** What the editor's page changes, as its form has it: lists are texts there. */
export const textFields = [
  "title",
  "summary",
  "lang",
  "licence",
  "credit",
  "tags",
  "tech",
  "services",
  "body",
] as const;
export type TextField = (typeof textFields)[number];
export type Texts = Record<TextField, string>;

type Written = Omit<Texts, "tags" | "tech" | "services"> & Record<"tags" | "tech" | "services", readonly string[]>;

/** A document's texts as the form shows them; a browser has one kind of line end. */
export function textsOfDocument(document: Written): Texts {
  const { title, summary, lang, licence, credit, tags, tech, services, body } = document;
  return {
    title,
    summary: oneLineEnd(summary),
    lang,
    licence,
    credit,
    tags: tags.join(", "),
    tech: tech.join(", "),
    services: services.join("\n"),
    body: oneLineEnd(body),
  };
}

export const oneLineEnd = (text: string) => text.replaceAll(/\r\n?/g, "\n");

/** How a text names a picture that is kept with its entry. */
export const pictureMark = (sha256: string, alt: string) =>
  `![${alt.replaceAll(/[[\]\n]/g, " ")}](attachment:${sha256})`;

/** Larger ones nobody reads on a page. */
export const mostPictureBytes = 5_000_000;

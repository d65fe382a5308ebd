type Processor = { data: () => { micromarkExtensions?: unknown[] } };

/** For remark: tags and `&amp;` are text like any other. They neither run nor vanish. */
export function plainMarkdown(this: unknown) {
  const data = (this as Processor).data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { disable: { null: ["htmlFlow", "htmlText", "characterReference"] } },
  ];
}

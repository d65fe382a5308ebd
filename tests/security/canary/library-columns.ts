import { type Columns, document, published, text, vocabulary } from "./rules";

/** Columns of the library. What is published is no secret. */
export const libraryColumns: Columns = {
  "lib_priv.space.slug": text,
  "lib_priv.space.default_licence": vocabulary,
  "lib_priv.entry.document": document,
  "lib_priv.entry.forked_from_version": { plain: "the number of a published version" },
  "lib_priv.entry_revision.document": document,
  "lib_priv.entry_revision.sha256": "itself",
  "lib_priv.entry_revision.message": text,
  "lib_priv.recipe_version.version": text,
  "lib_priv.recipe_version.document": document,
  "lib_priv.recipe_version.sha256": "itself",
  "lib_priv.recipe_version.changes": text,
  "lib_priv.entry_topic.relation": vocabulary,
  "lib_pub.pub_entry.slug": published,
  "lib_pub.pub_entry.document": published,
  "lib_pub.pub_entry.licence": published,
  "lib_pub.pub_entry.credit": published,
  "lib_pub.pub_entry.version": published,
  "lib_pub.pub_entry.parent_version": published,
  "lib_pub.pub_version.version": published,
  "lib_pub.pub_version.document": published,
  "lib_pub.pub_version.sha256": published,
  "lib_pub.pub_version.changes": published,
};

import { keepPictures, keepSeries } from "@/lib/beside/keep";
import { type SpaceScope, spaceCommand } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { takeBesideInput } from "@/lib/import/input";
import type { BesideSeries } from "@/lib/interop/beside/pack";
import { gathered, type WithBeside } from "@/lib/interop/beside/unpack";
import { type FileToRead, textOf } from "@/lib/interop/entry/read-file";
import { cleanPicture, type Picture, sha256Of } from "@/lib/picture/clean";

/** A file as it is read, and what is kept with the entry that it becomes. */
export type Whole = {
  file: FileToRead;
  pictures: (Picture & { alt: string })[];
  series: BesideSeries[];
  bad: string[];
};

/**
 * Files with what lay beside them: pictures cleaned like any that is uploaded, and named in the text by what they are then.
 * `bad`: those that are none.
 */
export const wholeFiles = (files: readonly FileToRead[]): Whole[] => gathered(files).map(wholeOf);

function wholeOf({ beside, ...file }: WithBeside<FileToRead>): Whole {
  if (!beside) return { file, pictures: [], series: [], bad: [] };
  const looked = beside.pictures.map(({ bytes, ...one }) => ({ ...one, clean: cleanPicture(bytes) }));
  const pictures = looked.flatMap(({ clean, alt, link }) => (clean ? [{ ...clean, alt, link }] : []));
  const text = pictures.reduce(
    (left, { link, bytes }) => left?.replaceAll(link, `attachment:${sha256Of(bytes)}`) ?? null,
    textOf(file.bytes),
  );
  return {
    file: text === null ? file : { ...file, bytes: new TextEncoder().encode(text) },
    pictures: pictures.map(({ link: _, ...one }) => one),
    series: beside.series,
    bad: looked.filter(({ clean }) => clean === null).map(({ link }) => link),
  };
}

/** Keeps with an imported entry what came beside it, each once. Refuses with `too-many-pictures`, `series-too-much`. */
export const takeBeside = spaceCommand({
  atLeast: "contributor",
  input: takeBesideInput,
  async run(scope: SpaceScope, { id, pictures, series }) {
    await entryOf(scope, id);
    await keepPictures(scope, id, pictures);
    await keepSeries(scope, id, series);
  },
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** A page of all pictures: one row a screen. */
export function writeIndex(folder: string, files: readonly string[]) {
  const screens = [...new Set(files.map((file) => file.split(".")[0] ?? ""))];
  const rows = screens.map((screen) => {
    const own = files.filter((file) => file.startsWith(`${screen}.`));
    const pictures = own.map((file) => `<img src="${file}" alt="${altOf(file)}" height="320">`);
    return `## ${screen}\n\n${pictures.join("\n")}\n`;
  });
  const head =
    "# Every screen\n\nMade by `npm run screenshots` from the seeded day: phone, desktop and wall, light and dark.\n";
  writeFileSync(join(folder, "README.md"), [head, ...rows].join("\n"));
}

const altOf = (file: string) => file.replace(/\.png$/, "").replaceAll(".", ", ");

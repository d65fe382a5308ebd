import { useTranslations } from "next-intl";

/** What a place of a document is called: `timeline.2.who` is "Timeline · 3 · Who"; names of files and ids stay as they are. */
export function usePlaceName() {
  const t = useTranslations("place");
  const named = (part: string) => (/^\d+$/.test(part) ? String(Number(part) + 1) : t.has(part) ? t(part) : null);
  return (place: string) => {
    const said: string[] = [];
    let isOpen = false;
    for (const part of place.split(".")) {
      const word = named(part);
      if (word === null && isOpen) said.push(`${said.pop()}.${part}`);
      else said.push(word ?? part);
      isOpen = word === null;
    }
    return said.join(" · ");
  };
}

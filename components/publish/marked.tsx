const instead =
  /(?<![\w])(?:https:\/\/link(?:-\d+)?\.example|host(?:-\d+)?\.example|person(?:-\d+)?@mail\.example|@?(?:secret|person|resource|customer|ticket|amount|phone|word)-\d+|192\.0\.2\.\d+|198\.51\.100\.\d+|203\.0\.113\.\d+|2001:db8::\w+|T[+-]\d[\dd: ]*\d?)/g;

const escaped = (word: string) =>
  word
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replaceAll(/\s+/g, "\\s+");

/** A text with what is hidden in it marked, or (without words) what is said instead. Props: text, words. */
export function Marked({ text, words }: { text: string; words?: readonly string[] }) {
  if (words?.length === 0) return text;
  const longest = [...(words ?? [])].sort((a, b) => b.length - a.length);
  const pattern = words ? new RegExp(longest.map(escaped).join("|"), "giu") : instead;
  const hits = [...text.matchAll(pattern)].filter(([hit]) => hit);
  const parts = hits.map((hit, at) => {
    const before = hits[at - 1];
    return { between: text.slice(before ? before.index + before[0].length : 0, hit.index), hit: hit[0], at: hit.index };
  });
  const last = hits.at(-1);
  return (
    <>
      {parts.map(({ between, hit, at }) => (
        <span key={at}>
          {between}
          <mark>{hit}</mark>
        </span>
      ))}
      {text.slice(last ? last.index + last[0].length : 0)}
    </>
  );
}

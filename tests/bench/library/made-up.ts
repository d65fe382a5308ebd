/** So many words there are; the n-th most frequent is n times rarer than the first. */
const vocabulary = 60_000;
const onsets = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "st"];
const syllables = onsets.flatMap((onset) => ["a", "e", "i", "o"].map((vowel) => onset + vowel));
const languages = ["en", "en", "en", "en", "en", "en", "fr", "de", "nl", "es"];

/** The n-th most frequent word, from 0. */
export function wordOf(n: number) {
  const parts = [n % 64, Math.floor(n / 64) % 64, ...(n >= 4_096 ? [Math.floor(n / 4_096)] : [])];
  return `${parts.map((nth) => syllables[nth]).join("")}x`;
}

const words = Array.from({ length: vocabulary }, (_, n) => wordOf(n));

/** From 0 to below 1, always the same for a seed. */
export function chances(seed: number) {
  let state = (seed * 2_654_435_761 + 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The n-th made-up document: about 600 characters, with an identifier in it; every word is nobody's. */
export function madeUp(n: number) {
  const chance = chances(n);
  const rare = (most: number) => Math.floor(Math.exp(chance() * Math.log(most))) - 1;
  const some = (many: number) => Array.from({ length: many }, () => words[rare(vocabulary)]);
  const common = { title: some(5).join(" "), summary: some(10).join(" "), lang: languages[n % 10], licence: "MIT" };
  const names = { tags: [`t${rare(2_000)}`, `t${rare(2_000)}`], tech: [`tech${rare(150)}`] };
  const body = `# ${some(3).join(" ")}\n\n${some(60).join(" ")}\n\nSee /etc/${some(2).join("/")}.conf`;
  const document = { kind: n % 2 ? "postmortem" : "recipe", ...common, ...names, body };
  return n % 2 ? { ...document, severity: 1 + (n % 4) } : { ...document, recipeKind: "runbook" };
}

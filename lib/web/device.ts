// the first that fits: Edge calls itself Chrome, Chrome calls itself Safari, Android calls itself Linux
const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrom(e|ium)\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "Mac"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** Enough for its owner to know a device again (`Firefox, Android`), too little for anybody to know its owner. */
export function deviceOf(userAgent: string | null) {
  const known = [browsers, systems].flatMap((names) => names.find(([sign]) => sign.test(userAgent ?? ""))?.[1] ?? []);
  return known.join(", ") || null;
}

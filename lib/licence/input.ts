/** Those that texts and scripts like these are mostly given under, the freest first. */
export const usualLicences = [
  "CC0-1.0",
  "CC-BY-4.0",
  "CC-BY-SA-4.0",
  "MIT",
  "Apache-2.0",
  "BSD-3-Clause",
  "MPL-2.0",
  "GPL-3.0-or-later",
];

const youngMegabytes = 16;

/**
 * How a process that serves is started. V8 would let its young generation grow for as long as there is load, up to
 * four times of this, which looks like a leak and is none: so it has its size from the start.
 */
export const serverArguments = (script: string) => [
  `--min-semi-space-size=${youngMegabytes}`,
  `--max-semi-space-size=${youngMegabytes}`,
  "--import",
  "tsx",
  script,
];

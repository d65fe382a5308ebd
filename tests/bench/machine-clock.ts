const offset = Number(process.hrtime.bigint()) / 1e6 - performance.now();

/** Milliseconds on a clock that all processes of this machine share and that nobody sets. */
export function machineNow() {
  return offset + performance.now();
}

export function wait(ms: number) {
  return new Promise<void>((done) => setTimeout(done, Math.max(0, ms)));
}

/** Runs `turn` at `from` and every `everyMs` after it, however long the turns take; answers when the last was begun. */
export async function onSchedule(from: number, everyMs: number, times: number, turn: (n: number, due: number) => void) {
  for (let n = 0; n < times; n++) {
    const due = from + n * everyMs;
    const early = due - machineNow();
    // a timer sleeps whole milliseconds, and who is late must not sleep at all
    if (early > 1) await wait(early);
    turn(n, due);
  }
}

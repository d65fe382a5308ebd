"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

const smallest = 0.55;

/**
 * The largest `--fit` (1 and below) with which nothing inside the frame is cut off; measured again whenever the
 * content, the screen or the fonts change. Below the smallest readable size the caller shows fewer at a time.
 */
export function useFit(frame: RefObject<HTMLElement | null>, content: unknown) {
  const [overflows, setOverflows] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content needs another measurement
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setOverflows(!fitInto(element));
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    document.fonts?.ready.then(measure);
    measure();
    return () => watcher.disconnect();
  }, [frame, content]);
  return overflows;
}

/** Answers whether everything is whole at the size that it chose. */
function fitInto(frame: HTMLElement) {
  for (let fit = 1; fit >= smallest; fit -= 0.05) {
    frame.style.setProperty("--fit", fit.toFixed(2));
    if (isWhole(frame)) return true;
  }
  return false;
}

function isWhole(frame: HTMLElement) {
  const boxes = [frame, ...frame.querySelectorAll<HTMLElement>("[data-whole]")];
  return boxes.every((box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1);
}

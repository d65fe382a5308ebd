"use client";

import { type RefObject, useLayoutEffect } from "react";

const readable = 0.7;
const smallest = 0.4;

/**
 * Sets the largest `--fit` (1 and below) with which nothing inside the frame is cut off; measured again whenever the
 * content, the screen or the fonts change. `tooMuch` is told when that would be too small to read, and answers
 * whether it shows less from now on; if it cannot, words shrink further and break.
 */
export function useFit(frame: RefObject<HTMLElement | null>, content: unknown, tooMuch: () => boolean) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content needs another measurement
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => {
      element.removeAttribute("data-tight");
      if (fits(element, 1, readable) || tooMuch()) return;
      element.setAttribute("data-tight", "");
      fits(element, readable, smallest);
    };
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    document.fonts?.ready.then(measure);
    measure();
    return () => watcher.disconnect();
  }, [frame, content]);
}

/** Tries sizes from large to small; answers whether one shows everything whole. */
function fits(frame: HTMLElement, from: number, to: number) {
  for (let fit = from; fit >= to; fit -= 0.05) {
    frame.style.setProperty("--fit", fit.toFixed(2));
    if (isWhole(frame)) return true;
  }
  return false;
}

function isWhole(frame: HTMLElement) {
  const boxes = [frame, ...frame.querySelectorAll<HTMLElement>("[data-whole]")];
  return boxes.every((box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1);
}

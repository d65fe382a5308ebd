/** What people hold and what hangs in the hall. */
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
export const desk = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false } as const;
export const projector = {
  viewport: { width: 1920, height: 1080 },
  deviceScaleFactor: 1,
  isMobile: false,
  hasTouch: false,
} as const;

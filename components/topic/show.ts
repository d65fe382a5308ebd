/** Which topics a list shows: all, one's own, those with one's dots. */
export const shows = ["all", "mine", "dotted"] as const;
export type Show = (typeof shows)[number];
export type Wanted = { words: string; show: Show };

import type { Phase } from "@/lib/live/feed";
import type { Day } from "./the-day";

export type Screen = {
  name: string;
  path: string;
  who: { userId: string } | null;
  wall?: true;
  offline?: "acts" | "reads";
};
type Scene = { phase: Phase; hour: number; screens: Screen[] };

/** Every screen, in the part of the day in which it has most to show. */
export function scenes({ slug, host, attendee, wallKey, crewKey, talkId, topicId, library }: Day): Scene[] {
  const at = `/e/${slug}`;
  const wall = (name: string): Screen => ({ name, path: `/wall/${slug}/${wallKey}`, who: null, wall: true });
  return [
    {
      phase: "marketplace",
      hour: 13,
      screens: [
        { name: "home", path: "/", who: null },
        { name: "sign-in", path: "/sign-in", who: null },
        { name: "sign-in-sent", path: "/sign-in/sent", who: null },
        { name: "not-found", path: "/e/nothing-here", who: null },
        { name: "join", path: `${at}/join`, who: null },
        { name: "crew", path: `${at}/crew/${crewKey}`, who: null },
        { name: "new-event", path: "/new", who: host },
        { name: "settings", path: `${at}/settings`, who: host },
        { name: "marketplace", path: `${at}/topics`, who: attendee },
        { name: "pitch", path: `${at}/topics/pitch`, who: attendee },
        { name: "programme", path: `${at}/programme`, who: attendee },
        { name: "talk", path: `${at}/talk/${talkId}`, who: attendee },
        { name: "stars", path: `${at}/stars`, who: attendee },
        { name: "me", path: `${at}/me`, who: attendee },
        wall("wall-marketplace"),
      ],
    },
    {
      phase: "voting",
      hour: 13,
      screens: [
        { name: "now-voting", path: at, who: attendee },
        { name: "topics", path: `${at}/topics`, who: attendee },
        { name: "topics-offline", path: `${at}/topics`, who: attendee, offline: "acts" },
        { name: "quick-vote", path: `${at}/topics/quick`, who: attendee },
        { name: "topic", path: `${at}/topics/${topicId}`, who: attendee },
        { name: "desk", path: `${at}/desk`, who: host },
        wall("wall-voting"),
      ],
    },
    { phase: "placing", hour: 13, screens: [{ name: "board-crew", path: `${at}/board`, who: host }] },
    {
      phase: "running",
      hour: 14,
      screens: [
        { name: "now-running", path: at, who: attendee },
        { name: "board", path: `${at}/board`, who: attendee },
        { name: "no-network", path: `${at}/talk/${talkId}`, who: attendee, offline: "reads" },
        wall("wall-running"),
      ],
    },
    { phase: "closing", hour: 17, screens: [wall("wall-closing"), ...ofLibrary(library, host)] },
  ];
}

/** What stays of the day, as its host sees it. */
const ofLibrary = ({ told, made }: Day["library"], who: Day["host"]): Screen[] => [
  { name: "library", path: "/library?q=connection", who: null },
  { name: "library-post-mortem", path: told.published, who: null },
  { name: "library-recipe", path: made.published, who: null },
  { name: "library-space", path: told.space, who },
  { name: "library-search", path: `${told.space}/search?q=connection`, who },
  { name: "library-import", path: `${told.space}/import`, who },
  { name: "library-edit", path: `${made.written}/edit`, who },
  { name: "library-times", path: `${told.written}/times`, who },
  { name: "library-timeline", path: `${told.written}/timeline`, who },
  { name: "library-factors", path: `${told.written}/factors`, who },
  { name: "library-series", path: `${told.written}/series`, who },
  { name: "library-replay", path: `${told.written}/replay?at=1789659000000`, who },
  { name: "library-studio", path: `${told.written}/publish`, who },
  { name: "library-versions", path: `${made.written}/versions`, who },
  { name: "library-works", path: `${made.published}/works`, who },
];

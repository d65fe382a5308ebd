import type { EventDraft } from "@/lib/event/queries";

/** What the form of a new event begins with. */
export const emptyDraft: EventDraft = {
  slug: "",
  name: "",
  place: "",
  zone: "",
  startsOn: "",
  endsOn: "",
  language: "en",
  conductUrl: "",
  visibility: "public",
  dotsPerMember: 5,
  dotsPerTopic: 3,
  mayDotOwnTopic: true,
  tallies: "hidden",
  voters: "joined",
  keptOnPhones: false,
  ofOrg: false,
  openToOrg: false,
  rooms: [],
  slots: [],
};

import type { TimelineEvent } from "@/lib/postmortem/rules";

type Marker = TimelineEvent["marker"];

const words: [Marker, RegExp][] = [
  [
    "repair",
    /\b(?:roll(?:ed|ing)?[ -]?back|rollback|revert(?:ed|s|ing)?|hot ?fix|fix(?:ed|es)? (?:is |was )?(?:merged|deployed|released|applied|live)|mitigat(?:ed|ion)|restored|recover(?:ed|s|y)|resolved|repaired|operational|back to normal)\b/i,
  ],
  [
    "comms",
    /\b(?:status ?page|notif(?:y|ied|ies)|announc(?:ed|es|ement)|informed|mail(?:ing list)?|e-mail|communicat(?:ed|ion)s?|declared|tweet(?:ed)?)\b/i,
  ],
  [
    "detection",
    /\b(?:alert(?:s|ed|ing)?|detect(?:s|ed|ion)?|notic(?:e|es|ed)|paged?|pagerduty|report(?:s|ed)|pingdom|warning|first seen|spotted|observed)\b/i,
  ],
  [
    "diagnosis",
    /\b(?:investigat\w+|identif(?:y|ied|ies)|root cause|determin(?:ed|es)|discover(?:ed|y|s)?|suspect(?:ed|s)?|found (?:out|that)|debug\w*|analy[sz]\w+|traced)\b/i,
  ],
];

/** What kind of moment a text seems to tell, to be put right by a person. */
export const guessMarker = (text: string): Marker =>
  words.find(([, pattern]) => pattern.test(text.slice(0, 500)))?.[0] ?? "other";

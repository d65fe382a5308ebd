import { givenNames as names, namesAlone } from "@/lib/sanitise/given-names";

const pair =
  /(?<![\p{L}\p{N}])(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) ((?:(?:van|von|de|der|den|da|di|del|la|le|al|el|bin) ){0,2}(?:\p{Lu}['’])?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?![\p{L}\p{N}])/gu;
/** A given name by itself, and no part of an address or an identifier. */
const alone = /(?<![\p{L}\p{N}@/_.-])(\p{Lu}\p{Ll}+)(?![\p{L}\p{N}@/_-]|\.[\p{L}\p{N}])/gu;
/** Somebody spoken of by what they did or are, one capitalised word or two. */
const cue =
  /(?:\b(?:[Pp]aged|[Oo]wner|[Aa]uthors?|[Rr]eviewer|[Aa]ssignee|[Rr]eporter|[Cc]ommander|[Ss]cribe|IC|[Oo]n-?call(?: engineer)?|[Tt]hanks to|[Cc]c|[Ss]igned(?:-off)? by|[Ww]ritten by|[Rr]eported by|[Aa]sked|[Cc]alled|[Tt]old|[Pp]inged)\b\**:?\**) (?:@)?(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)(?![\p{L}\p{N}])/gu;
/** `[14:02] Jane Doe: …`, `14:02 <jdoe> …` */
const speaker =
  /^[ \t>*-]*\[?\d{1,2}:\d{2}(?::\d{2})?\]?(?: ?[AaPp][Mm])?[ \t]*(?:<([^>\n]{2,40})>|(\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+)?):)/gmu;
const noPerson =
  /^(The|A|An|We|It|This|That|They|At|On|In|To|Team|Teams|Support|Engineering|Engineers?|Ops|Customer|Customers|Incident|Service|Platform|Database|Network|Security|None|Nobody|Unknown|Everyone|Slack|Pager|PagerDuty|Google|Amazon|Azure|Kubernetes|Jira|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|Alert|Alerts|Root|Impact|Update|Note|Error|Warning|Info)\b/;

/** Names of people that a text seems to say. */
export function peopleIn(text: string): string[] {
  const pairs = [...text.matchAll(pair)].filter(([, first = ""]) => names.has(first.toLowerCase()));
  const cued = [...text.matchAll(cue)].map(([, name = ""]) => name);
  const rest = pairs.reduce((left, [whole]) => left.replaceAll(whole, ""), text);
  const single = [...rest.matchAll(alone)].filter(([, name = ""]) => namesAlone.has(name.toLowerCase()));
  const spoken = [...text.matchAll(speaker)].map(([, nick, name]) => nick ?? name ?? "");
  return [...pairs.map(([whole]) => whole), ...single.map(([, name = ""]) => name), ...cued, ...spoken].filter(
    (name) => name.length > 1 && !noPerson.test(name) && !/^\p{Lu}{2,5}$/u.test(name),
  );
}

const role =
  /^(?:\W|the\b|a\b|\b(?:on[- ]?call|ic|incident commander|commander|scribe|comms?|lead|manager|team|sre|ops|dev|devops|engineer(?:s|ing)?|support|customer|customers|user|users|bot|alert|alerts|alertmanager|monitoring|pagerduty|prometheus|nagios|system|unknown|nobody|everyone|we|tbd|n\/a|security|network|database|dba|dbas|platform|infra(?:structure)?|backend|frontend|vendor|provider)\b)+$/i;

/** Whether a field that says who says more than a role. */
export const namesSomebody = (who: string) => who.trim() !== "" && !role.test(who.trim());

/** Words of a language and no name, as "service desk": told of because nobody can be sure, proposed to stay. */
export const readsAsRole = (who: string) =>
  /^\p{Ll}+(?:[ -]\p{Ll}+)+$/u.test(who) && !who.split(/[ -]/).some((word) => names.has(word));

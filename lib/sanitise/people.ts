/** Common given names of many places, by which a pair of capitalised words is taken for a person. */
const given =
  "aaron adam ahmed aisha alan albert alejandro alex alexander alexandra ali alice alicia amanda amelia amir amy ana anders andrea andreas andrew andrey angela anil anita anja ann anna anne antoine anton antonio arjun arthur ashley barbara bart beatriz ben benjamin bernd bob brian bruno carla carlos carmen carol caroline catherine charles charlotte chen chloe chris christian christina christine christoph claire clara claudia daniel daniela dave david deborah denis diana diego dimitri dirk dmitry eduardo elena eli elisabeth elizabeth ella emily emma eric erik erika esther eva fabian fatima felix fernando florian frank francesca francesco francisco franz fred gabriel gary george gerard giulia grace greg guillaume gustavo hannah hans harry heather hector heidi helen henrik henry hiroshi hugo ian igor ines ingrid irene isabel ivan jack jacob jaime jakob james jan jane jason javier jean jeff jennifer jens jeroen jessica jim joan joe johan johannes john jonas jonathan jordan jorge jose josef joseph joshua juan julia julian julie karen karin karl kate katharina katrin keith kelly ken kevin kim klaus kumar lars laura lauren leah lena leo leon li linda lisa louis luca lucas lucia lucy luis lukas magnus mai maja manuel marc marco marcus maria marie marina mario markus marta martin martina mary mateo mathias matt matteo matthew max megan mehmet mei melissa michael michel michelle miguel mike mikhail min mohamed mohammed monica monika muhammad nadia nancy natalia natalie nathan neha nicholas nick nicola nicolas nicole niels nikolai nina noah nora olaf oleg olga oliver olivia omar oscar pablo pamela paola patricia patrick paul paula pavel pedro peter petra philip philipp pierre pieter piotr priya rachel rafael rahul raj ralf ravi rebecca ricardo richard rob robert roberto rohan roland ron rosa ruth ryan sam samuel sandra sanjay sara sarah sasha scott sean sebastian sergei sergio sharon silvia simon sofia sonia sophie stefan stefanie stephan stephanie stephen steve steven sunil susan susanne suzanne sven sylvia takashi tamara tanja tariq teresa thomas tim tina tobias tom tomas tony tracy uwe valentina vanessa vera veronica victor victoria viktor vincent vladimir walter wei wendy wilhelm will william wolfgang xavier yan yasmin yuki yusuf zhang zoe";

const names = new Set(given.split(" "));
const pair =
  /(?<![\p{L}\p{N}])(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) ((?:(?:van|von|de|der|den|da|di|del|la|le|al|el|bin) ){0,2}(?:\p{Lu}['’])?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?![\p{L}\p{N}])/gu;
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
  const spoken = [...text.matchAll(speaker)].map(([, nick, name]) => nick ?? name ?? "");
  return [...pairs.map(([whole]) => whole), ...cued, ...spoken].filter(
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

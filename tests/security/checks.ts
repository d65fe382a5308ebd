/** Where a check is held: the file and the whole or the beginning of the test's name. Or the reason why there is none. */
export type Held = { in: [file: string, test: string][] } | { because: string };
export type Check = { id: number; asvs: string; what: string } & Held;

const held = (id: number, asvs: string, what: string, ...tests: [string, string][]): Check => ({
  id,
  asvs,
  what,
  in: tests,
});
const not = (id: number, asvs: string, what: string, because: string): Check => ({ id, asvs, what, because });

/** What OWASP ASVS 5.0 asks of a product like this one, line by line. */
export const checks: Check[] = [
  held(1, "1.2.1, 3.2.2", "markup that people write stays text", [
    "e2e/policy.spec.ts",
    "markup that got into a page runs nothing",
  ]),
  held(
    2,
    "1.2.2",
    "links lead to the web and run nothing",
    ["integration/event-create.test.ts", "%s is complained about at its field"],
    ["integration/programme-import.test.ts", "an instant without an offset, or a link that is none"],
  ),
  held(3, "1.2.4", "no SQL is put together from texts", [
    "unit/security-checks.test.ts",
    "no statement is put together from texts",
  ]),
  not(
    4,
    "1.2.10",
    "cells of a spreadsheet begin nothing",
    "nothing is exported as a spreadsheet: people take their data along as JSON",
  ),
  held(
    5,
    "1.3.6",
    "the server asks only addresses of the internet",
    ["unit/sso-rules.test.ts", "a name that stands for an address of this machine is not asked"],
    ["integration/sso.test.ts", "belong to owners, hold no secret, and are no address"],
  ),
  held(
    6,
    "1.3.12",
    "no input makes a pattern run away",
    ["integration/live-protocol-fuzz.test.ts", "arbitrary frames never end the server"],
    ["unit/devopsdays-damage.test.ts", "whatever happens to a file, it is read"],
  ),
  held(7, "1.5.2", "nothing stored is run or revived", ["unit/security-checks.test.ts", "nothing is evaluated"]),
  held(8, "2.2.1, 2.2.2", "every input has a schema", ["integration/every-door.test.ts", "the catalogue is not empty"]),
  held(9, "2.3.1", "what is closed stays closed, whatever comes at once", [
    "integration/commands-model.test.ts",
    "whatever people do at once",
  ]),
  held(
    10,
    "2.3.3, 2.3.4",
    "budget and cells cannot be overrun side by side",
    ["integration/ballot.test.ts", "100 parallel casts"],
    ["integration/live-hot-lane.test.ts", "a hundred casts at once"],
  ),
  held(
    11,
    "2.4.1",
    "a script is slowed down, its neighbours are not",
    ["integration/limits.test.ts", "one session that sends a thousand"],
    ["integration/forms-allowance.test.ts", "a script with a session"],
  ),
  held(12, "3.3.1-3.3.4", "cookies are out of reach of scripts, hosts and paths", [
    "unit/security-checks.test.ts",
    "cookies are for this host only",
  ]),
  held(13, "3.4.1", "who came by https comes by https", ["unit/policy.test.ts", "who came by https once"]),
  held(14, "3.4.2", "no other site may read", [
    "unit/security-checks.test.ts",
    "no answer allows another site to read it",
  ]),
  held(
    15,
    "3.4.3, 3.4.6, 3.4.7",
    "only scripts of ours run, in no frame",
    ["unit/policy.test.ts", "only what carries the nonce runs"],
    ["e2e/policy.spec.ts", "no page of the day asks its browser"],
  ),
  held(
    16,
    "3.4.4",
    "types are not guessed",
    ["security/canary.test.ts", "every answer says what kind it is"],
    ["unit/bundle.test.ts", "scripts and styles travel"],
  ),
  held(17, "3.4.5", "addresses travel nowhere", ["unit/policy.test.ts", "the address %s travels nowhere"]),
  held(18, "3.4.8", "no other window has a handle on ours", [
    "security/canary.test.ts",
    "every answer says what kind it is",
  ]),
  held(
    19,
    "3.5.1-3.5.3",
    "no other site's page can write",
    ["integration/live-hot-lane.test.ts", "another site's page cannot write"],
    ["unit/asked.test.ts", "a write from %s is not"],
    ["e2e/installed.spec.ts", "another site cannot sign anybody out"],
  ),
  held(20, "3.7.2", "a sign-in leads to paths of ours only", [
    "integration/sign-in.test.ts",
    "%s is nowhere to go on to",
  ]),
  held(21, "4.1.3", "headers of proxies and of Next are believed of nobody", [
    "unit/asked.test.ts",
    "what only servers say to each other",
  ]),
  held(
    22,
    "4.1.4",
    "only known methods are answered",
    ["unit/asked.test.ts", "methods that nothing here has are none"],
    ["integration/live-hot-lane.test.ts", "another site's page cannot write, and only known methods"],
  ),
  held(23, "4.4.1, 4.4.2", "sockets open to our pages only", [
    "integration/live-protocol.test.ts",
    "a page of another site and a full address",
  ]),
  held(
    24,
    "4.4.3, 4.4.4",
    "a socket may what its session may",
    ["integration/driver-contract.test.ts", "a stranger of a private event is refused"],
    ["integration/live-protocol.test.ts", "an authorization is good for its own socket"],
  ),
  not(
    25,
    "5.2.1-5.2.3",
    "what is uploaded is small and what it says",
    "nothing is uploaded: programmes are imported by the operator, from a folder",
  ),
  held(
    26,
    "6.3.1",
    "links and codes are not guessed",
    ["integration/forms-allowance.test.ts", "one session has ten mails sent"],
    ["integration/sign-in.test.ts", "links that can still be used are counted"],
  ),
  held(27, "6.3.8", "a known and an unknown address get the same answer", [
    "e2e/sign-in.spec.ts",
    "a known and an unknown address",
  ]),
  held(
    28,
    "6.6.2, 6.6.3",
    "a link signs in once, for its address, for a while",
    ["integration/sign-in.test.ts", "a link that is too old"],
    ["integration/sign-in.test.ts", "a link signs in once"],
  ),
  held(
    29,
    "6.8.1",
    "who somebody is, is issuer and subject",
    ["integration/sso.test.ts", "is known by issuer and subject"],
    ["integration/sso.test.ts", "gets nothing of another company"],
  ),
  held(30, "6.8.2", "what a provider did not sign is worth nothing", ["integration/sso.test.ts", "%s"]),
  held(31, "7.2.3, 7.2.4", "a sign-in makes a new token", [
    "integration/sessions.test.ts",
    "signing in makes a new token",
  ]),
  held(
    32,
    "7.3.1, 7.3.2",
    "sessions end by rest and by age",
    ["integration/sessions.test.ts", "a session that nobody used"],
    ["integration/sessions.test.ts", "a session that is used lives on"],
  ),
  held(
    33,
    "7.4.1, 7.4.2",
    "who is out is out at the socket too, within 5 s",
    ["integration/live-hot-lane.test.ts", "whoever signs out everywhere or is removed"],
    ["integration/processes.test.ts", "who signs out or is removed"],
  ),
  held(34, "7.5.2", "one sees one's sessions and ends them", [
    "integration/sessions.test.ts",
    "a person sees where they are signed in",
  ]),
  held(
    35,
    "8.2.1-8.2.3",
    "everything is refused unless it is allowed",
    ["integration/every-door.test.ts", "%s refuses whoever stands too low"],
    ["integration/every-org-door.test.ts", "outside its door every table of an org is empty"],
  ),
  held(36, "8.3.2", "a role counts at once", [
    "integration/driver-contract.test.ts",
    "whoever is removed, or whose session ends",
  ]),
  held(
    37,
    "8.4.1",
    "nothing of one company reaches another",
    ["security/canary.test.ts", "nobody outside is answered a word"],
    ["security/canary.test.ts", "a door that lets everybody in turns the crawl red"],
  ),
  held(38, "9.1, 9.2", "tokens: algorithm, audience, time", ["integration/sso.test.ts", "%s"]),
  held(
    39,
    "10.2.1, 10.5.1",
    "state, nonce and PKCE belong to one provider and one browser",
    ["integration/sso.test.ts", "it comes from the provider that was asked"],
    ["integration/sso.test.ts", "it comes to the browser that asked"],
  ),
  held(
    40,
    "11.3.2, 11.3.4",
    "no IV twice, no bit changed",
    ["unit/seal.test.ts", "100,000 boxes of one key"],
    ["unit/seal.test.ts", "no bit of a box can be another"],
  ),
  held(
    41,
    "13.2.2, 13.2.3",
    "the app owns nothing, and starts with no known secret",
    ["integration/support.test.ts", "the app's role owns nothing"],
    ["unit/weak-secrets.test.ts", "it does not start with %s"],
  ),
  held(
    42,
    "13.4",
    "no source maps, no repository, no debugging",
    ["security/canary.test.ts", "nothing of A lies about"],
    ["unit/security-checks.test.ts", "the build has no source maps"],
  ),
  held(43, "14.2.1", "no secret of a person in an address or a log", [
    "security/canary.test.ts",
    "nothing of A lies about",
  ]),
  held(
    44,
    "14.2.2, 14.3.2",
    "nothing private is kept on the way",
    ["security/canary.test.ts", "nobody outside is answered a word"],
    ["integration/live-hot-lane.test.ts", "what is hidden answers byte for byte"],
  ),
  held(45, "14.2.7", "what is not kept is purged", [
    "integration/retention.test.ts",
    "an event that keeps nothing is gone",
  ]),
  held(46, "14.3.1, 14.3.3", "signing out leaves nothing", ["e2e/installed.spec.ts", "signing out leaves nothing"]),
  held(
    47,
    "15.3.1",
    "answers hold what they should and no more",
    ["unit/live-feed.test.ts", "hidden tallies are in nothing"],
    ["e2e/organizer.everywhere.spec.ts", "no page shows an e-mail"],
  ),
  held(48, "15.3.3", "nobody gives themselves a role in a form", [
    "unit/security-checks.test.ts",
    "inputs take no field that is not theirs",
  ]),
  held(49, "15.3.4", "nobody is known by an address of the network", [
    "integration/limits.test.ts",
    "a thousand people behind one address",
  ]),
  held(50, "15.3.6", "no name reaches a prototype", ["unit/form-fields.test.ts", "no name reaches a prototype"]),
  held(
    51,
    "15.4.2",
    "who is removed between look and write writes nothing",
    ["integration/commands-model.test.ts", "whatever people do at once"],
    ["integration/org.test.ts", "who was removed from an event"],
  ),
  held(52, "16.2.5, 16.3", "logs name no secret", ["security/canary.test.ts", "nothing of A lies about"]),
  held(
    53,
    "16.4.2",
    "what was done with power cannot be rewritten",
    ["integration/audit.test.ts", "nobody changes the audit"],
    ["integration/audit.test.ts", "a tail that was cut off"],
  ),
  held(54, "16.5.1, 16.5.3", "without the door nothing is shown", [
    "integration/every-door.test.ts",
    "outside the door every table of an event is empty",
  ]),
];

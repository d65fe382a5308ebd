const journeys = "journeys of one kind, which share their phones and their hall";
const protocol = "a protocol is held whole: a rule that stands elsewhere is a rule that is forgotten";
const oneDoor = "happy path, every refusal and every race of one noun, which share its world";
const ladder = "one state machine, whose cases are read beside each other";

/** Tests that are longer than other files may be, each for its reason. A new one gets files by what it shows. */
export const longTests: Record<string, string> = {
  "tests/e2e/hall.spec.ts": journeys,
  "tests/e2e/installed.spec.ts": journeys,
  "tests/e2e/organizer.everywhere.spec.ts": journeys,
  "tests/e2e/outbox.spec.ts": journeys,
  "tests/integration/audit.test.ts": oneDoor,
  "tests/integration/confidentiality.test.ts": oneDoor,
  "tests/integration/driver-contract.test.ts": "one contract, run against each driver",
  "tests/integration/erasure.test.ts": oneDoor,
  "tests/integration/event-create.test.ts": oneDoor,
  "tests/integration/invitation.test.ts": oneDoor,
  "tests/integration/live-hot-lane.test.ts": protocol,
  "tests/integration/live-protocol-edges.test.ts": protocol,
  "tests/integration/live-protocol-fuzz.test.ts": protocol,
  "tests/integration/live-protocol.test.ts": protocol,
  "tests/integration/model/model-day.ts": "the model of a day: every command once",
  "tests/integration/org-days.test.ts": oneDoor,
  "tests/integration/outbox.test.ts": oneDoor,
  "tests/integration/processes.test.ts": "several processes are started once for all of it",
  "tests/integration/question.test.ts": "questions of one kind of day: who is named, who is not, who may what",
  "tests/integration/retention.test.ts": oneDoor,
  "tests/integration/scim.test.ts": protocol,
  "tests/integration/sealed.test.ts": oneDoor,
  "tests/integration/sign-in.test.ts": oneDoor,
  "tests/integration/sso.test.ts": protocol,
  "tests/integration/topic.test.ts": oneDoor,
  "tests/security/canary.test.ts": "one crawl, whose world takes minutes to make, and the test of the test",
  "tests/security/checks.ts": "a table: 54 checks, each with its tests or a reason",
  "tests/unit/bad-network.test.ts": ladder,
  "tests/unit/devopsdays-programme.test.ts": "one file format, trap by trap",
  "tests/unit/live-contact.test.ts": ladder,
  "tests/unit/live-interleavings.test.ts": ladder,
  "tests/unit/live-ladder.test.ts": ladder,
  "tests/unit/outbox.test.ts": ladder,
  "tests/integration/publication.test.ts": "every lock between a draft and the public, one test each",
  "tests/unit/timeline-styles.test.ts": "one table: the styles of timelines, read beside each other",
};

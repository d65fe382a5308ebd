import { describe, expect, test } from "vitest";
import { entryDocument } from "@/lib/entry/input";
import { sanitised } from "@/lib/sanitise/apply";
import { findIn, nothingKnown } from "@/lib/sanitise/find";
import type { Decision, Deed } from "@/lib/sanitise/input";
import { secretsIn } from "@/lib/sanitise/secrets";

const body = `# Outage of db-prod-03.corp.acme.example.com
At 14:02 UTC Jane Doe (@jdoe, jane.doe@acme.io, +49 30 901820-17) saw that 10.12.5.36 and fd12:3456::1 were gone.
Customer Globex lost €48,211.50; see OPS-4711 and https://wiki.acme.io/x?id=3, or https://kubernetes.io/docs/.
Tags of 10.12.5.36 again, and 10.12.5.361 is no address. CVE-2021-44228 is no ticket, 14:02 no address.

\`\`\`sh
ssh root@db-prod-03.corp.acme.example.com "grep web-07 /var/log/messages" # password=hunter2hunter2
\`\`\`
`;
const postmortem = (says: object) => entryDocument.parse({ kind: "postmortem", title: "t", ...says });
const recipe = (says: object) => entryDocument.parse({ kind: "recipe", title: "t", ...says });
const found = (says: object) => findIn(postmortem(says)).map(({ kind, term }) => `${kind} ${term}`);
const all = (document: Parameters<typeof findIn>[0], deed: Deed = "mask"): Decision[] =>
  findIn(document).map(({ kind, term }) => ({ kind, term, deed, instead: "" }));

describe("what is found", () => {
  test("everything that tells who, where, for whom and how much", () => {
    const said = found({ body });
    for (const one of [
      "host db-prod-03.corp.acme.example.com",
      "person Jane Doe",
      "handle @jdoe",
      "mail jane.doe@acme.io",
      "phone +49 30 901820-17",
      "address 10.12.5.36",
      "address fd12:3456::1",
      "customer Globex",
      "money €48,211.50",
      "ticket OPS-4711",
      "url https://wiki.acme.io/x?id=3",
      "host wiki.acme.io",
      "host web-07",
      "secret hunter2hunter2",
    ])
      expect(said).toContain(one);
    expect(said.join("\n")).not.toMatch(/CVE|10\.12\.5\.361|14:02/);
  });

  test("somebody is found by a given name too, but not by the month of May, by Virginia or in a host", () => {
    const body =
      "Katharine Berry saw it first. Later Katharine and Tim asked. May came, traffic of N. Virginia rose, Sol rested; tim.example.org and Chris/repo answered.";
    const people = findIn(postmortem({ body })).filter(({ kind }) => kind === "person");
    expect(people.map(({ term }) => term)).toEqual(["Katharine Berry", "Katharine", "Tim"]);
  });

  test("who is named by the given name alone is the same person, unless two are called so", () => {
    const say = (body: string) => sanitised(postmortem({ body }), all(postmortem({ body }))).body;
    expect(say("Katharine saw it. Katharine Berry fixed it with Tim.")).toBe(
      "person-1 saw it. person-1 fixed it with person-2.",
    );
    expect(say("Tim Roe told Tim Otter. Tim slept.")).toBe("person-1 told person-2. person-3 slept.");
  });

  test("the page of a person or a company at a well-known place is theirs, a project's is everybody's", () => {
    const body = "See https://github.com/quayside-ferries and https://github.com/kubernetes/kubernetes";
    const deeds = new Map(findIn(postmortem({ body })).map(({ term, deed }) => [term, deed]));
    expect(deeds.get("https://github.com/quayside-ferries")).toBe("mask");
    expect(deeds.get("https://github.com/kubernetes/kubernetes")).toBe("keep");
  });

  test("a role of several words is proposed to stay, a name written small is not", () => {
    const event = (who: string) => ({ id: who.slice(0, 3), at: { at: null, precision: "unknown" }, who, text: "x" });
    const found = findIn(postmortem({ timeline: [event("service desk"), event("maria schmidt"), event("qxjdoe")] }));
    expect(found.map(({ term, deed }) => [term, deed])).toEqual([
      ["service desk", "keep"],
      ["maria schmidt", "mask"],
      ["qxjdoe", "mask"],
    ]);
  });

  test("what is proposed: hide it, but keep what everybody refers to", () => {
    const deeds = new Map(findIn(postmortem({ body })).map(({ term, deed }) => [term, deed]));
    expect(deeds.get("https://kubernetes.io/docs/")).toBe("keep");
    expect(deeds.get("https://wiki.acme.io/x?id=3")).toBe("mask");
    expect(deeds.get("€48,211.50")).toBe("generalise");
  });

  test.each([
    "std::vector of 3.14.15 at 12:30:45, version 1.2.3.4.5, main.go and values.yaml",
    "UTF-8, SHA-256, RHEL-9, us-east-1, http2, ipv6, x86_64, 2x, k8s, v1.29",
    "Run `kubectl get pods -A` and then `systemctl restart nginx`; wait 30s.",
    "scoped packages @scope/name are no handles, and {{host}} is no secret: password={{password}}",
  ])("nothing is found in %s", (text) => {
    expect(found({ body: text })).toEqual([]);
  });

  test("people and customers by what the space knows, in any field", () => {
    const known = { ...nothingKnown, people: ["Xq Li"], names: ["Initech"] };
    const document = postmortem({ summary: "xq li restarted it", gotLucky: ["initech slept"] });
    expect(findIn(document, known).map(({ kind, places }) => [kind, places])).toEqual([
      ["person", ["summary"]],
      ["customer", ["gotLucky"]],
    ]);
  });

  test("whoever is named in a field of people, unless it is a role", () => {
    const actions = [
      { id: "a", text: "x", owner: "Kerstin" },
      { id: "b", text: "y", owner: "the SRE team" },
    ];
    expect(found({ actions })).toEqual(["person Kerstin"]);
  });

  test("keys by a scanner, whatever they are called", async () => {
    const key = `ghp_${"a1B2".repeat(9)}`;
    expect(await secretsIn(recipe({ files: [{ path: "x", content: `curl -H "x: ${key}"` }] }))).toEqual([key]);
    expect(await secretsIn(recipe({ body: "No secret at all." }))).toEqual([]);
  });
});

describe("what is hidden is hidden everywhere at once", () => {
  const secret = { kind: "word", term: "Zanzibar", deed: "mask", instead: "" } as const;
  const full = recipe({
    title: "Zanzibar falls over",
    summary: "zanzibar",
    tags: ["zanzibar", "nginx"],
    tech: ["zanzibar-db"],
    services: ["ZANZIBAR"],
    body: "![zanzibar in red](attachment:x) Zan\u200bzibar and <!-- zanzibar -->",
    files: [{ path: "etc/zanzibar/a.csv", lang: "text", content: "time,zanzibar_latency\n1,2" }],
    parameters: [{ name: "zanzibar", label: "Zanzibar", default: "zanzibar.conf" }],
    dependencies: [{ relation: "needs", target: "zanzibar" }],
    rollback: "zanzibar",
    provenance: { url: "https://git/zanzibar" },
    original: { frontMatter: "zanzibar: 1", dialect: "x" },
  });

  test("in title, tags, code, headers, names of files, alt text, parameters", () => {
    const copy = sanitised(full, [secret]);
    expect(JSON.stringify(copy)).not.toMatch(/zan.?zibar/i);
    expect(entryDocument.safeParse(copy).success).toBe(true);
    expect(copy).toMatchObject({ tags: ["word-1", "nginx"], files: [{ path: "etc/word-1/a.csv" }] });
  });

  test("one thing has one name in the whole copy, numbered as they are met, and of no telling length", () => {
    const copy = sanitised(postmortem({ title: "Bob-the-box and Al", body: "Al, bob-the-box, al" }), [
      { ...secret, kind: "person", term: "Al" },
      { ...secret, kind: "person", term: "Bob-the-box" },
    ]);
    expect([copy.title, copy.body]).toEqual(["person-1 and person-2", "person-2, person-1, person-2"]);
  });

  test("a host inside an address, the longer first; what is part of another word stays", () => {
    const copy = sanitised(postmortem({ body }), all(postmortem({ body })));
    expect(copy.body).not.toMatch(/acme|jane|doe|10\.12\.5\.36\b|globex|4711|hunter2/i);
    expect(copy.body).toMatch(/ssh root@host-\d\.example/);
    expect(copy.body).toContain("192.0.2.1");
    expect(copy.body).toContain("10.12.5.361");
  });

  test("generalised: a network, a magnitude, a word of one's own; dropped: nothing", () => {
    const one = (kind: Decision["kind"], term: string, more: Partial<Decision> = {}) =>
      sanitised(postmortem({ body: term }), [{ kind, term, deed: "generalise", instead: "", ...more }]).body;
    expect(one("address", "10.9.8.7")).toBe("10.0.0.0/8");
    expect(one("address", "8.8.8.8")).toBe("192.0.2.0/24");
    expect(one("money", "€48,211.50")).toBe("> 10000 €");
    expect(one("money", "$3.2 million")).toBe("> 1000000 $");
    expect(one("customer", "Globex", { instead: "a large bank" })).toBe("a large bank");
    expect(one("customer", "Globex", { deed: "drop" })).toBe("");
  });

  test("amounts of the impact are numbers, and hidden too", () => {
    const impactNumbers = [
      { name: "lost", value: 48211, unit: "EUR" },
      { name: "requests", value: 12, unit: "" },
    ];
    const document = postmortem({ impactNumbers });
    expect(sanitised(document, all(document, "generalise"))).toMatchObject({
      impactNumbers: [{ value: 10000 }, { value: 12 }],
    });
    expect(sanitised(document, all(document))).toMatchObject({ impactNumbers: [{ value: 12 }] });
  });

  test("what is kept stays as it is inside what is longer and hidden beside it", () => {
    const decisions: Decision[] = [
      { kind: "host", term: "status.acme.io", deed: "keep", instead: "" },
      { kind: "word", term: "acme", deed: "mask", instead: "" },
    ];
    expect(sanitised(postmortem({ body: "acme status.acme.io" }), decisions).body).toBe("word-1 status.acme.io");
  });
});

import { expect, test } from "vitest";
import { checklist, type Facts, openPoints } from "@/lib/checklist/rules";
import words from "@/messages/en/outsider.json";

const now = new Date("2027-03-04T08:00:00Z");
const ready: Facts = {
  now,
  visibility: "private",
  org: "signed-in",
  openToOrg: false,
  keptOnPhones: false,
  tallies: "hidden",
  members: 40,
  crew: 3,
  confidential: 2,
  purgeOn: new Date("2027-06-01"),
  keeps: "outcomes",
  watermark: true,
  look: { at: new Date("2027-03-04T07:00:00Z"), isTight: true },
  machine: { isSecure: true, sendsMail: true, realtime: "embedded" },
};
const standing = (facts: Partial<Facts>, key: string) =>
  checklist({ ...ready, ...facts }).find((item) => item.key === key)?.standing;

test("a day that is made ready has no open point", () => {
  expect(openPoints(checklist(ready))).toBe(0);
});

test("a public event, no https, no look and a look that found something stand in the way", () => {
  expect(standing({ visibility: "public" }, "door")).toBe("bad");
  expect(standing({ machine: { ...ready.machine, isSecure: false } }, "https")).toBe("bad");
  expect(standing({ look: null }, "look")).toBe("bad");
  expect(standing({ look: { at: now, isTight: false } }, "look")).toBe("bad");
});

test("what should be known is said: an old look, kept phones, endless keeping, another company's sockets", () => {
  expect(standing({ look: { at: new Date("2027-03-02T07:00:00Z"), isTight: true } }, "look")).toBe("care");
  expect(standing({ keptOnPhones: true }, "phones")).toBe("care");
  expect(standing({ purgeOn: null }, "purge")).toBe("care");
  expect(standing({ keeps: "all" }, "purge")).toBe("care");
  expect(standing({ machine: { ...ready.machine, realtime: "pusher" } }, "sockets")).toBe("care");
});

test("whatever the facts are, there is a sentence for every point", () => {
  const items: Record<string, Record<string, string>> = words.checklist.items;
  const all = (["public", "unlisted", "private"] as const).flatMap((visibility) =>
    (["none", "open", "signed-in"] as const).flatMap((org) =>
      [true, false].flatMap((yes) =>
        checklist({
          ...ready,
          ...{ visibility, org, openToOrg: yes, keptOnPhones: yes, watermark: yes, confidential: yes ? 1 : 0 },
          ...{ tallies: yes ? "hidden" : "shown", keeps: yes ? "nothing" : "outcomes" },
          look: yes ? { at: yes ? now : new Date(0), isTight: yes } : null,
          machine: { isSecure: yes, sendsMail: yes, realtime: yes ? "poll" : "pusher" },
        }),
      ),
    ),
  );
  const old = checklist({ ...ready, look: { at: new Date(0), isTight: true }, purgeOn: null });
  const leaky = checklist({ ...ready, look: { at: now, isTight: false } });
  const silent = [...all, ...old, ...leaky].filter(({ key, says }) => !items[key]?.title || !items[key]?.[says]);
  expect(silent).toEqual([]);
});

import { expect, test } from "vitest";
import {
  allConsent,
  checkSameConfidence,
  confidentialities,
  isTighter,
  knownConvener,
  wayTo,
} from "@/lib/confidentiality/rules";
import { phases } from "@/lib/event/rules";

const ann = { memberId: "ann", consents: false };
const bob = { memberId: "bob", consents: false };
const gone = { memberId: null, consents: false };
const asked = { now: "sealed", phase: "marketplace", writers: [ann], askerId: "ann" } as const;

test("tightening takes nobody's consent, in any phase", () => {
  for (const phase of phases)
    for (const now of confidentialities)
      for (const wanted of confidentialities.filter((one) => isTighter(one, now)))
        expect(wayTo(wanted, { ...asked, now, phase, writers: [ann, bob, gone], askerId: "eve" })).toBe("at-once");
});

test("what is wanted already stays", () => {
  expect(wayTo("sealed", { ...asked, writers: [gone] })).toBe("stays");
});

test("before voting the only one who wrote loosens alone", () => {
  for (const phase of ["before", "marketplace"] as const) expect(wayTo("open", { ...asked, phase })).toBe("at-once");
});

test("from voting on nobody loosens alone", () => {
  for (const phase of phases.slice(2))
    expect(() => wayTo("open", { ...asked, phase })).toThrow("confidentiality-locked");
});

test("where others wrote they are asked, whoever it is that asks", () => {
  for (const askerId of ["ann", "a host who wrote nothing"])
    expect(wayTo("chatham_house", { ...asked, phase: "running", writers: [ann, bob], askerId })).toBe("asks");
  expect(wayTo("open", { ...asked, askerId: "a host who wrote nothing" })).toBe("asks");
});

test("nothing is loosened when one who wrote cannot be asked", () => {
  expect(() => wayTo("open", { ...asked, writers: [ann, gone] })).toThrow("confidentiality-locked");
});

test("all means all, and nobody is not all", () => {
  const yes = { ...ann, consents: true };
  expect(allConsent([yes, { ...bob, consents: true }])).toBe(true);
  expect(allConsent([yes, bob])).toBe(false);
  expect(allConsent([yes, { ...gone, consents: true }])).toBe(false);
  expect(allConsent([])).toBe(false);
});

test("the laws of the board know no convener of a confidential topic", () => {
  expect(knownConvener({ confidentiality: "open", convenerId: "ann" })).toBe("ann");
  expect(knownConvener({ confidentiality: "chatham_house", convenerId: "ann" })).toBeNull();
});

test("only equally confidential topics become one, and sealed ones never", () => {
  const of = (confidentiality: (typeof confidentialities)[number]) => ({ confidentiality });
  expect(() => checkSameConfidence(of("open"), of("open"))).not.toThrow();
  expect(() => checkSameConfidence(of("chatham_house"), of("chatham_house"))).not.toThrow();
  expect(() => checkSameConfidence(of("open"), of("chatham_house"))).toThrow("merge-confidential");
  expect(() => checkSameConfidence(of("sealed"), of("sealed"))).toThrow("merge-confidential");
});

import { expect, test } from "vitest";
import { essence, isTight, type OutsideReport, type Reach, reachOf, rowOf, verdicts } from "@/lib/outsider/rules";

const found = (stranger: Reach[], participant: Reach[] = ["reached"]) => ({
  stranger,
  elsewhere: ["nothing"] as Reach[],
  removed: ["nothing"] as Reach[],
  participant,
});
const report = (...strangers: Reach[][]): OutsideReport => ({
  asked: 8,
  rows: strangers.map((reach, at) => rowOf("pages", `/${at}`, found(reach))),
  untried: [],
});

test("an answer's essence leaves out what every answer has for itself, and the address that was asked", () => {
  const said = (nonce: string, slug: string) => ({
    status: 404,
    text: `csp: 'nonce-${nonce}'\ndate: ${nonce}\n\n<script nonce="${nonce}"></script> /e/${slug} "nonce":"${nonce}"`,
  });
  expect(essence(said("abc", "our-day"), ["our-day"])).toBe(essence(said("xyz1", "nothing"), ["nothing"]));
  expect(essence({ status: 200, text: "" }, [])).not.toBe(essence({ status: 404, text: "" }, []));
});

test("the same answer as for nothing is nothing, one that names the event is reached, any other betrays it", () => {
  expect(reachOf("404 no", "404 no", ["On-call"])).toBe("nothing");
  expect(reachOf("404 On-call", "404 no", ["On-call"])).toBe("reached");
  expect(reachOf("200 {}", "404 no", ["On-call"])).toBe("reached");
  expect(reachOf("403 no", "404 no", ["On-call"])).toBe("betrayed");
  expect(reachOf("200 a", "200 b", ["On-call"])).toBe("betrayed");
});

test("the frame around a page that is not found is news to outsiders only", () => {
  const frame = '200 On-call {"digest":"NEXT_HTTP_ERROR_FALLBACK;404"}';
  expect([reachOf(frame, "404 no", ["On-call"]), reachOf(frame, "404 no", ["On-call"], true)]).toEqual([
    "reached",
    "nothing",
  ]);
});

test("of the ways in which an address was asked for, the worst counts", () => {
  expect(rowOf("pages", "/", found(["nothing", "betrayed", "nothing"])).reach.stranger).toBe("betrayed");
  expect(rowOf("pages", "/", found(["betrayed", "reached"])).reach.stranger).toBe("reached");
});

test("one way in is one too many where it is private, and none of our business where it is not", () => {
  expect(isTight(report(["nothing"], ["nothing"]))).toBe(true);
  expect(isTight(report(["nothing"], ["reached"]))).toBe(false);
  expect(isTight(report(["betrayed"]))).toBe(false);
  const [stranger, , , participant] = verdicts(report(["reached"]), "private");
  expect([stranger, participant]).toMatchObject([
    { who: "stranger", reached: 1, isFine: false },
    { who: "participant", reached: 1, isFine: true },
  ]);
  expect(verdicts(report(["reached"]), "unlisted").every(({ isFine }) => isFine)).toBe(true);
});

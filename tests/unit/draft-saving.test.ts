import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DraftSaving } from "@/components/entry/draft-saving";
import type { Values } from "@/components/entry/kept-draft";
import type { FormState } from "@/lib/web/form-state";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const head = { title: "T", summary: "", body: "one\ntwo\n" };

/** A browser with one form, whose server answers what it is told to. */
function aBrowser(kept = new Map<string, string>()) {
  const form: Values = { ...head, message: "" };
  const sent: Values[] = [];
  let answer: (values: Values) => FormState | null = () => null;
  const open = (base = 1) =>
    new DraftSaving("draft", base, {
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
      read: () => ({ ...form }),
      fill: (values) => void Object.assign(form, values),
      send: async (values) => {
        sent.push(values);
        const said = answer(values);
        if (!said) throw new TypeError("Failed to fetch");
        return said;
      },
      head: () => ({ no: 1, texts: { ...head, message: "" } }),
      refresh: () => {},
    });
  const answers = (next: typeof answer) => {
    answer = next;
  };
  return { form, kept, sent, open, answers };
}

const saved = (no: number, more: object = {}): FormState => ({ status: "done", value: { no, merged: false, ...more } });

test("what is typed is kept when the typing pauses, and is back after a reload", () => {
  const browser = aBrowser();
  const draft = browser.open();
  browser.form.body = "typed";
  draft.type();
  vi.advanceTimersByTime(500);
  expect(draft.shown.status).toBe("kept");

  const reloaded = aBrowser(browser.kept);
  const again = reloaded.open(4);
  again.open();
  expect(reloaded.form.body).toBe("typed");
  // it goes by the revision that it began from
  expect(again.shown).toMatchObject({ base: 1, cameBack: true });
  again.throwAway();
  expect(reloaded.form.body).toBe(head.body);
  expect(reloaded.kept.size).toBe(0);
});

test("without a network it waits and is sent when the network is back; nothing is lost meanwhile", async () => {
  const browser = aBrowser();
  const draft = browser.open();
  browser.form.body = "typed";
  await draft.save();
  expect(draft.shown.status).toBe("offline");
  expect(browser.kept.size).toBe(1);
  browser.answers(() => saved(2));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(browser.sent).toHaveLength(2);
  expect(draft.shown).toMatchObject({ status: "rest", base: 2 });
  expect(browser.kept.size).toBe(0);
});

test("what was typed while it was sent stays, is kept, and goes by what it was typed upon", async () => {
  const browser = aBrowser();
  const draft = browser.open();
  browser.form.body = "one\ntwo\nmine\n";
  browser.answers(() => {
    browser.form.body = "one\ntwo\nmine, and more\n";
    return saved(3, { merged: true, body: "ONE\ntwo\nmine\n", title: "T", summary: "" });
  });
  await draft.save();
  expect(browser.form.body).toBe("one\ntwo\nmine, and more\n");
  expect(draft.shown.base).toBe(1);
  expect(browser.kept.size).toBe(1);
});

test("what another saved meanwhile comes into the form when nothing was typed since", async () => {
  const browser = aBrowser();
  const draft = browser.open();
  browser.form.body = "one\ntwo\nmine\n";
  browser.answers(() => saved(3, { merged: true, body: "ONE\ntwo\nmine\n", title: "T", summary: "" }));
  await draft.save();
  expect(browser.form.body).toBe("ONE\ntwo\nmine\n");
  expect(draft.shown.base).toBe(3);
});

test("a conflict keeps what was typed, here too, as a change of what stands now", async () => {
  const browser = aBrowser();
  const draft = browser.open();
  browser.form.body = "mine";
  const no = { status: "refused", reason: "entry-conflict", fields: {}, about: { no: 5 }, values: {} } as const;
  browser.answers(() => no);
  await draft.save();
  expect(draft.shown).toMatchObject({ base: 5, answer: no });
  expect(JSON.parse(browser.kept.get("draft") ?? "")).toMatchObject({ base: 5, values: { body: "mine" } });
});

import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PostmortemView } from "@/components/postmortem/view";
import { type PostmortemDocument, postmortemDocument } from "@/lib/postmortem/input";
import postmortem from "@/messages/en/postmortem.json";

const at = (clock: string) => ({ at: `2030-03-02T${clock}:00+01:00`, precision: "minute", text: "" });
const document = postmortemDocument.parse({
  kind: "postmortem",
  title: "Dark",
  zone: "Etc/GMT-1",
  severity: 2,
  times: { started: at("10:00"), detected: at("10:12"), mitigated: at("11:05"), resolved: at("10:50") },
  body: "Time to detect: 20 minutes\n\nWe should have bought oil.",
  timeline: [
    { id: "e1", at: at("10:00"), text: "<script>alert(1)</script> <% wick %> {{ oil }}", marker: "key" },
    { id: "e2", at: at("10:12"), text: "dark", evidence: [{ kind: "link", ref: "javascript:alert(1)", text: "x" }] },
  ],
  factors: [{ id: "f1", kind: "latent", text: "no oil", events: ["e2"] }],
  actions: [{ id: "a1", text: "buy oil", dueOn: "2030-03-01", owner: "keeper" }],
});

const shown = (one: PostmortemDocument, editAt?: string) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ postmortem }} timeZone="UTC">
      <PostmortemView document={one} today="2030-03-04" editAt={editAt} />
    </NextIntlClientProvider>,
  );

test("a post-mortem shows what follows from its times, and what happened as text", () => {
  const html = shown(document);
  expect(html).toContain("12 min");
  expect(html).toContain("T+0:12");
  expect(html).toContain("3 days overdue");
  expect(html).toContain('href="#event-e2"');
  expect(html).not.toMatch(/<script|href="javascript/);
  expect(html).toContain("&lt;% wick %&gt;");
});

test("who only reads is offered no form and told no warning; who writes is told of each", () => {
  expect(shown(document)).not.toMatch(/does not fit|do not fit|Edit:|should have/);
  const html = shown(document, "/s/x/y");
  expect(html).toContain("“Resolved” is before “Mitigated”.");
  expect(html).toContain("Time to detect: the text says 20 min, the times give 12 min.");
  expect(html).toContain("We should have bought oil.");
  expect(html.match(/href="\/s\/x\/y\/(times|impact|timeline|factors|lessons|actions)"/g)).toHaveLength(6);
});

test("an empty one shows nothing to readers, and what to begin with to writers", () => {
  const empty = postmortemDocument.parse({ kind: "postmortem", title: "Dark" });
  expect(shown(empty)).not.toContain("<h2");
  expect(shown(empty, "/s/x/y")).toContain("No timeline yet.");
});

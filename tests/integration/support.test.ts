import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { anEvent } from "@/tests/support/an-event";

test("tests run in a zone that is nobody's default", () => {
  expect(new Date("2027-01-01T00:00:00Z").getHours()).toBe(5);
});

test("the app's role owns nothing and cannot pass by row-level security", async () => {
  const [role] = await prisma().$queryRaw<object[]>`
    select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user`;
  expect(role).toEqual({ rolname: "app", rolsuper: false, rolbypassrls: false });
});

test("a fresh event has its rooms, its slots and its people", async () => {
  const event = await anEvent();
  const ann = await event.as("participant", "Ann");
  expect(event.withSpot()).not.toEqual(event.withSpot());
  const seen = await enter(ann, "participant", async ({ tx, member }) => ({
    role: member?.role,
    rooms: await tx.room.count(),
  }));
  expect(seen).toEqual({ role: "participant", rooms: 3 });
});

import { expect, test } from "vitest";
import { cities } from "@/lib/interop/devopsdays/cities";
import { instantOf, isZone, proposeZone } from "@/lib/interop/devopsdays/zone";

const nothing = { names: [], coordinates: "", offset: null, on: "2025-03-18" };

test.each([
  ["its city", { names: ["Zürich"] }, "Europe/Zurich"],
  ["a country", { names: ["portugal"] }, "Europe/Lisbon"],
  ["a city of the zone list", { names: ["Reykjavik"] }, "Atlantic/Reykjavik"],
  ["coordinates with any spaces", { coordinates: "  50.85,4.35 " }, "Europe/Brussels"],
  ["coordinates near a border of zones", { names: ["Nowhere"], coordinates: "36.16, -86.78" }, "America/Chicago"],
  ["an offset alone", { offset: 5 }, "Etc/GMT-5"],
])("a zone is proposed from %s", (_name, clues, zone) => {
  expect(proposeZone({ ...nothing, ...clues })?.zone).toBe(zone);
});

test("nothing points anywhere", () => {
  expect(proposeZone({ ...nothing, names: ["Atlantis"], coordinates: "0, -140" })).toBeNull();
});

test("an offset of the wrong season is a reason to look", () => {
  expect(proposeZone({ ...nothing, names: ["Chicago"], offset: -6 })?.why).toBe(
    "from the city Chicago, though the dates say -6 h and not -5 h",
  );
  expect(proposeZone({ ...nothing, names: ["Chicago"], offset: -5 })?.why).toBe("from the city Chicago");
});

test("every city of the table has a zone and a place on earth", () => {
  const odd = cities.filter(
    ({ name, zone, latitude, longitude }) =>
      !name || !isZone(zone) || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180),
  );
  expect(odd).toEqual([]);
});

test("a wall-clock time is an instant of its zone, whatever the machine's", () => {
  expect(instantOf("2025-03-18T09:15", "America/Chicago")).toBe("2025-03-18T14:15:00.000Z");
});

import { expect, it } from "vitest";
import { Pace } from "@/lib/live/hub/pace";

/** A process that was so busy since it was last looked at. */
const asBusyAs = (utilization: number) => () => ({ idle: 0, active: 0, utilization });

it.each([
  ["ticks at the driver's rate while the process has room", 4, 0.3, 250],
  ["shows less often in a storm, and still more than twice a second", 4, 0.95, 400],
  ["never ticks faster than the driver allows", 1, 0.95, 1000],
])("%s", (_, tickHz, utilization, restMs) => {
  expect(new Pace(tickHz, asBusyAs(utilization)).next()).toBe(restMs);
});

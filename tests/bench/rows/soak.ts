import type { Row } from "../stage";
export const soak =
  (_minutes: number): Row =>
  async () => {};

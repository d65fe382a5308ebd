import type { Row } from "../stage";
export const restarts: Row = async () => {};

import parse from "spdx-expression-parse";

/** Whether SPDX knows a licence of that name, or an expression of such: `Apache-2.0 OR MIT`. */
export function isLicence(text: string) {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

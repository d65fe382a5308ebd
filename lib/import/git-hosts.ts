import { env } from "@/lib/env";

/** Where repositories may be fetched from: hosts that the operator named (`GIT_HOSTS`). */
export function isAllowedHost({ host, hostname, protocol }: URL) {
  if (isVouchedFor({ host })) return true;
  return protocol === "https:" && listed(env().GIT_HOSTS).includes(hostname) && host === hostname;
}

/** In the operator's own network (`GIT_INSIDE`, `name:port`): http is fine there, and so is an address of that network. */
export const isVouchedFor = ({ host }: { host: string }) => listed(env().GIT_INSIDE).includes(host);

const listed = (text: string) =>
  text
    .split(",")
    .map((one) => one.trim().toLowerCase())
    .filter(Boolean);

import { lookup as lookUp } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

const inward = new BlockList();
const nets: [string, number, "ipv4" | "ipv6"][] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
  ["::", 127, "ipv6"],
  ["64:ff9b::", 96, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
];
for (const [net, bits, family] of nets) inward.addSubnet(net, bits, family);

/** Whether this is an address of the internet: not of this machine, nor of its network, nor where clouds keep keys. */
export function isOutward(address: string) {
  const family = isIP(address);
  return family !== 0 && !inward.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** Finds a host for a connection; a name of which any address is not of the internet has none. */
export const lookUpOutward: LookupFunction = (host, options, done) => {
  lookUp(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first) return done(error ?? new Error("no such host"), "");
    if (!found.every(({ address }) => isOutward(address))) return done(new Error("not of the internet"), "");
    if (options.all) return done(null, found);
    done(null, first.address, first.family);
  });
};

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";
import { Refused } from "@/lib/errors";
import { fetchOutward } from "@/lib/sso/fetch-outward";
import { isOutward, lookUpOutward } from "@/lib/sso/outward";
import { checkPin, personSaid, roleSaid } from "@/lib/sso/rules";
import { seal, unseal } from "@/lib/sso/sealed-secret";

vi.stubEnv("TWOFEET_SECRET", "a secret that is only for the tests of this file");
vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost:1/nothing");
vi.stubEnv("SSO_INSIDE", "");

const plain = { pinClaim: "", pinValue: "", ownerClaim: "", ownerValue: "" };

test("a claim is compared whole, alone or in a list", () => {
  const pinned = { ...plain, pinClaim: "tid", pinValue: "harbour" };
  expect(() => checkPin({ tid: "harbour" }, pinned)).not.toThrow();
  expect(() => checkPin({ tid: ["quay", "harbour"] }, pinned)).not.toThrow();
  for (const tid of ["harbour2", "HARBOUR", ["harbour2"], { harbour: true }, undefined])
    expect(() => checkPin({ tid }, pinned)).toThrow(Refused);
});

test("the provider makes owners only where the company lets it", () => {
  expect(roleSaid({ groups: ["owners"] }, plain)).toBeNull();
  const owners = { ...plain, ownerClaim: "groups", ownerValue: "owners" };
  expect(roleSaid({ groups: ["staff", "owners"] }, owners)).toBe("owner");
  expect(roleSaid({ groups: ["staff", "co-owners"] }, owners)).toBe("member");
  expect(roleSaid({}, owners)).toBe("member");
});

test("a mailbox counts when the provider has verified it, and nobody is left without a name", () => {
  expect(personSaid({ sub: "7", email: "Ann@Harbour.example" }).verifiedEmail).toBeNull();
  expect(personSaid({ sub: "7", email: "a@b.example", email_verified: "true" }).verifiedEmail).toBeNull();
  expect(personSaid({ sub: "7", email: "Ann@Harbour.example", email_verified: true })).toEqual({
    name: "ann",
    login: "ann@harbour.example",
    verifiedEmail: "ann@harbour.example",
  });
  expect(personSaid({ sub: "7" })).toEqual({ name: "7", login: "7", verifiedEmail: null });
});

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.20.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "255.255.255.255",
  "::1",
  "::",
  "fd00::1",
  "fe80::1",
  "::ffff:10.0.0.1",
  "64:ff9b::a00:1",
  "localhost",
  "",
])("%s is no address of the internet", (address) => {
  expect(isOutward(address)).toBe(false);
});

test.each(["1.1.1.1", "172.32.0.1", "2606:4700::1111"])("%s is an address of the internet", (address) => {
  expect(isOutward(address)).toBe(true);
});

test("a name that stands for an address of this machine is not asked, at the moment of the connection", async () => {
  const server = createServer((_request, out) => out.end("a secret of this machine"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await expect(fetchOutward(`http://127.0.0.1:${port}/`, {})).rejects.toThrow("not https");
  await expect(fetchOutward(`https://127.0.0.1:${port}/`, {})).rejects.toThrow("not of the internet");
  await expect(fetchOutward(`https://[::ffff:127.0.0.1]:${port}/`, {})).rejects.toThrow("not of the internet");
  await expect(fetchOutward(`https://localhost:${port}/`, {})).rejects.toThrow("not of the internet");
  const found = new Promise((done) => lookUpOutward("localhost", {}, (error) => done(error?.message)));
  expect(await found).toBe("not of the internet");
  server.close();
});

test("a sealed secret opens only where it was sealed, and unchanged", () => {
  const sealed = seal("of the company", "org-a");
  expect(sealed).not.toContain(Buffer.from("of the company").toString("base64url"));
  expect(unseal(sealed, "org-a")).toBe("of the company");
  expect(() => unseal(sealed, "org-b")).toThrow();
  expect(() => unseal(`${sealed.startsWith("A") ? "B" : "A"}${sealed.slice(1)}`, "org-a")).toThrow();
  expect(seal("of the company", "org-a")).not.toBe(sealed);
});

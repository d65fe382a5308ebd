import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { answer } from "@/lib/live/pusher/api/answer";
import { PusherServer } from "@/lib/live/pusher/server";
import { upgrade } from "@/lib/live/pusher/upgrade";

/** The apps that the suites expect of their clusters; the keys stand in their specs. */
export const apps = {
  mt1: { id: "1", key: "c49a449b916bb4246729", secret: "the secret of the first app" },
  eu: { id: "2", key: "cb7d5e50f5669e5c9ae6", secret: "the secret of the second app" },
};

export type Cluster = Awaited<ReturnType<typeof openCluster>>;

/** Our embedded server alone, on free ports, with and without TLS. */
export async function openCluster(folder: string) {
  const settings = Object.values(apps).map((app) => ({
    ...app,
    clientEvents: true,
    origins: ["http://localhost:9876"],
  }));
  const server = new PusherServer(settings);
  const certificate = selfSigned(folder);
  const call: RequestListener = (request, out) => void answer(server, request, out);
  const [plain, tls] = [createServer(call), createTlsServer(certificate, call)];
  for (const web of [plain, tls]) {
    web.on("upgrade", (request, wire, head) => {
      if (!upgrade(server, request, wire, head)) wire.destroy();
    });
  }
  return {
    port: await listening(plain),
    tlsPort: await listening(tls),
    certificate: certificate.file,
    close() {
      server.close();
      for (const web of [plain, tls]) web.close().closeAllConnections();
    },
  };
}

function selfSigned(folder: string) {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const names = "subjectAltName=DNS:*.pusher.com,DNS:localhost";
  const args = [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "2",
    "-subj",
    "/CN=cluster",
    "-addext",
    names,
  ];
  const { status, stderr } = spawnSync("openssl", [...args, "-keyout", key, "-out", cert], { encoding: "utf8" });
  if (status !== 0) throw new Error(`openssl could not make a certificate.\n${stderr}`);
  return { key: readFileSync(key), cert: readFileSync(cert), file: cert };
}

function listening(web: Server) {
  return new Promise<number>((done) => web.listen(0, "127.0.0.1", () => done((web.address() as AddressInfo).port)));
}

import { Socket } from "node:net";

const ports = { 80: Number(process.env.OFFICIAL_PORT), 443: Number(process.env.OFFICIAL_TLS_PORT) };
const connect = Socket.prototype.connect;

/** Loaded before the suites, whose clusters have fixed names: what they call *.pusher.com is our server. */
Socket.prototype.connect = function (...args) {
  // node's own normalised form is an array of options and callback
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof options?.host === "string" && options.host.endsWith(".pusher.com")) {
    options.port = ports[options.port ?? 80] ?? ports[80];
    options.host = "127.0.0.1";
  }
  return connect.apply(this, args);
};

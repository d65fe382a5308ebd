import { installPackages } from "./install.mjs";
import { underModernNode } from "./node.mjs";

await underModernNode();
process.chdir(`${import.meta.dirname}/..`);
installPackages();
process.env.NODE_ENV ??= process.argv.includes("--dev") ? "development" : "production";
const { register } = await import("tsx/esm/api");
register();
await import("./launch.ts");

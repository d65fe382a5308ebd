import { installPackages } from "./install.mjs";
import { underModernNode } from "./node.mjs";

await underModernNode();
process.chdir(`${import.meta.dirname}/..`);
installPackages();
const { register } = await import("tsx/esm/api");
register();
const { runStages } = await import("./stages.ts");
process.exit(await runStages(process.argv.slice(2)));

import { installPackages } from "./install.mjs";
import { underModernNode } from "./node.mjs";

await underModernNode();
process.chdir(`${import.meta.dirname}/..`);
installPackages();
const { register } = await import("tsx/esm/api");
register();
const [name, ...args] = process.argv.slice(2);
if (name === "diff") await import("./diff.ts");
else if (name === "screenshots") await import("../tests/screenshots/run.ts");
else process.exit(await (await import("./command.ts")).runCommand(name, args));

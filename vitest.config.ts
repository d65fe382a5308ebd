import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// a forgotten zone fails at once: +05:45 is nobody's default
process.env.TZ = "Asia/Kathmandu";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"] },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: "tests/support/database.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // each file has a connection pool of its own
          maxWorkers: 4,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "security",
          include: ["tests/security/**/*.test.ts"],
          // the production build and our own server, as journeys have them
          globalSetup: "tests/support/site.ts",
          testTimeout: 15 * 60_000,
          hookTimeout: 120_000,
          // they look at one server, whose timing and logs are looked at too
          fileParallelism: false,
        },
      },
    ],
  },
});

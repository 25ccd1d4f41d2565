import path from "node:path";
import { defineConfig } from "vitest/config";

const folders = "{app,cli,components,management,policy,contract,gateway,portal,lib,messages,scripts,prisma,bench}";

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    environment: "node",
    env: { GATEHOUSE_LOG_LEVEL: "error" },
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: ["**/*.integration.test.ts", "**/node_modules/**"],
        },
      },
      // Whole servers, kills and long loads: run by `npm test`, not by every `npm run check`.
      {
        extends: true,
        test: { name: "integration", include: [`${folders}/**/*.integration.test.ts`], testTimeout: 300_000 },
      },
    ],
  },
});

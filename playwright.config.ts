import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: ".test/stories",
  // Each worker runs an installation of its own (e2e/testing/installation.ts), so stories never see each other's data.
  workers: 1,
  timeout: 120_000,
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: process.env.STORIES_JSON ? [["list"], ["json", { outputFile: process.env.STORIES_JSON }]] : [["list"]],
  use: {
    browserName: "chromium",
    headless: true,
    // Recording every step doubles the time of the stories; `npm run e2e -- --trace on NAME` records one that fails.
    trace: "off",
    screenshot: "only-on-failure",
    locale: "en-US",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: ["--disable-dev-shm-usage", "--no-sandbox", "--disable-quic", "--disable-background-networking"],
    },
  },
});

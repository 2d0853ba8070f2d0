import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: [
      "test/support/own-temp-folder.ts",
      "test/support/build.ts",
      "test/support/mail/mail-servers-set-up.ts",
    ],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    coverage: { include: ["src/**", "adapters/**"], thresholds: { lines: 90, branches: 85 } },
  },
})

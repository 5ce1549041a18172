import { defineConfig } from "vitest/config";

// Tests that start processes, change the working folder or clean up after a whole file have a worker each. All
// others share one, which saves loading the generator once for each file.
const isolated = [
  "test/package.test.ts",
  "test/tarball.test.ts",
  "test/cli/**/*.test.ts",
  "test/write/**/*.test.ts",
  "test/runtime/process.test.ts",
];

export default defineConfig({
  test: {
    // On two cores Vitest would take one worker by itself.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/runtimes/**", ...isolated],
          isolate: false,
        },
      },
      { extends: true, test: { name: "isolated", include: isolated } },
    ],
  },
});

/** `npm run bench`: runs every bench, whatever became of the one before, and ends with 1 where a figure falls short. */
import { spawnSync } from "node:child_process"

// Each in a process of its own: what one has compiled would flatter the next.
for (const name of ["summary", "reading"]) {
  const { status } = spawnSync(process.execPath, ["--import", "tsx", `test/bench/${name}.bench.ts`], {
    stdio: "inherit",
  })
  if (status !== 0) process.exitCode = 1
}

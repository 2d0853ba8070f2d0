import { execFileSync } from "node:child_process"

/** Compiles the program once before any suite runs: the CLI is tested as it is built, never from source. */
export function setup(): void {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" })
}

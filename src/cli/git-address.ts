import { execFile } from "node:child_process"

/** Who sits here, as far as git knows. */
export function gitAddress(): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile("git", ["config", "user.email"], (error, stdout) => {
      const address = stdout.trim()
      resolve(error === null && address.includes("@") ? address : undefined)
    })
  })
}

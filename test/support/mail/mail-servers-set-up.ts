import { execFileSync } from "node:child_process"
import { hasMailServers, LEFT_OUT } from "./mail-servers.ts"

const PACKAGES = ["public-inbox", "dovecot-imapd", "libsearch-xapian-perl"]

/** Installs Debian's mail servers once, where that can be done; the suites that need them look for themselves. */
export function setup(): void {
  if (hasMailServers() || process.getuid?.() !== 0) return
  const options = {
    stdio: "ignore",
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  } as const
  try {
    execFileSync("apt-get", ["update"], options)
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", ...PACKAGES], options)
  } catch {
    // Not Debian, no network, no permission: said at the end.
  }
}

/** The last lines of the output: what was not tested here, and why. */
export function teardown(): void {
  if (!hasMailServers()) process.stdout.write(`\n${LEFT_OUT}\n`)
}

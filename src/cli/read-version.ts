import { readFileSync } from "node:fs"

/** The version that package.json states. */
export function readVersion(packageJson: string): string {
  const content: unknown = JSON.parse(readFileSync(packageJson, "utf8"))
  if (typeof content === "object" && content !== null && "version" in content) return String(content.version)
  return "unknown"
}

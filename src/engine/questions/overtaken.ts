import type { QuestionMemory, Track } from "./question-memory.ts"

/**
 * Whether events made a request or a suggestion moot: the thing was applied or decided, or somebody
 * else sent a new version of the patch since. Real questions stay: what was asked may still matter.
 */
export function isOvertaken({ asked, place, asker }: Track, { settledAt, revised }: QuestionMemory): boolean {
  if (asked.form !== "requests" && asked.form !== "suggests") return false
  return settledAt > place || (revised.at > place && revised.by !== asker)
}

const VERSION = /^(?!re:|aw:|fwd?:).*\[[^\]]*\bpatch\b[^\]]*\bv(?<version>\d+)/i

/** The version that a patch mail says it is; undefined for replies and all other mail. */
export function patchVersion(subject: string): number | undefined {
  const version = VERSION.exec(subject)?.groups?.["version"]
  return version === undefined ? undefined : Number(version)
}

import { isOfWhoNeedsHelp } from "../state/solved.ts"
import type { QuestionMemory, Track } from "./question-memory.ts"

/**
 * Whether events made a request or a suggestion moot: the thing was applied or decided, or somebody
 * else sent a new version of the patch since. Real questions stay: what was asked may still matter, unless
 * its asker is for a later version as it stands and asks nothing more.
 */
export function isOvertaken(
  { asked, by, place, asker }: Track,
  { settledAt, solvedAt, revised, contentAt }: QuestionMemory,
): boolean {
  // Whoever was asked what else to look at has no need to look any more, nor has to be told what else to try.
  if (solvedAt > place && (isOfWhoNeedsHelp(by) || (by.parent !== undefined && isOfWhoNeedsHelp(by.parent))))
    return true
  const isRevised = revised.at > place && revised.by !== asker
  if (isRevised && (contentAt.get(asker) ?? -1) > revised.at) return true
  return (asked.form === "requests" || asked.form === "suggests") && (settledAt > place || isRevised)
}

/** Who still waits for an answer asks again before they have written so many more messages. */
const WENT_ON = 4
const WENT_ON_IN_CHAT = 8

/** Whether the asker went on at length without it. */
export function isLeftBehind({ by, asker, turn, deeds }: Track, { turns }: QuestionMemory): boolean {
  if (deeds.some(({ link }) => link.does === "pings")) return false
  const since = (turns.get(asker) ?? turn) - turn
  return since >= (by.message.medium === "chat" ? WENT_ON_IN_CHAT : WENT_ON)
}

const VERSION = /^(?!re:|aw:|fwd?:).*\[[^\]]*\bpatch\b[^\]]*\bv(?<version>\d+)/i

/** The version that a patch mail says it is; undefined for replies and all other mail. */
export function patchVersion(subject: string): number | undefined {
  const version = VERSION.exec(subject)?.groups?.["version"]
  return version === undefined ? undefined : Number(version)
}

import { asksOfDoings } from "../addressees/ones-doings.ts"
import { isOfWhoNeedsHelp } from "../../stances/success.ts"
import type { QuestionMemory } from "../question-memory.ts"
import type { Track } from "../track.ts"

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

/** Whether the thread went on without it: its asker did so at length, or nobody came back to it. */
export function isLeftBehind(track: Track, memory: QuestionMemory): boolean {
  const { by, asker, turn, deeds } = track
  if (deeds.some(({ link }) => link.does === "pings")) return false
  const since = (memory.turns.get(asker) ?? turn) - turn
  if (by.message.medium === "chat") return since >= WENT_ON_IN_CHAT
  return since >= WENT_ON || isDropped(track, memory)
}

/** So many messages later the talk is about something else. */
const AFTER_REPLY = 3
const AFTER_COUNTER_QUESTION = 4
/** Of many questions a reply may forget one; a reply to one or two answers them in other words. */
const FEW = 3

/** A counter-question was put, or a reply went past it, and since then nobody came back to it. */
function isDropped({ asked, deeds, together, passedOverBy, place, told }: Track, { count }: QuestionMemory): boolean {
  const since = count - 1 - place
  if (since < AFTER_REPLY || deeds.some(({ link }) => link.does === "defers")) return false
  if (since >= AFTER_COUNTER_QUESTION && deeds.some(({ link }) => link.does === "asks-back")) return true
  // Who is called by name or has to act may still do so.
  if (asked.isToRoom || asked.names.length > 0 || asked.form === "requests" || asked.form === "wonders") return false
  if (together >= FEW) return false
  if (!asksOfDoings(asked.text)) return passedOverBy.length > 0
  // Nobody but those asked can tell what they did.
  return passedOverBy.some((id) => told?.question?.addressedTo.includes(id) ?? true)
}

const VERSION = /^(?!re:|aw:|fwd?:).*\[[^\]]*\bpatch\b[^\]]*\bv(?<version>\d+)/i

/** The version that a patch mail says it is; undefined for replies and all other mail. */
export function patchVersion(subject: string): number | undefined {
  const version = VERSION.exec(subject)?.groups?.["version"]
  return version === undefined ? undefined : Number(version)
}

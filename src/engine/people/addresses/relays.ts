import type { Identity } from "../../../model/message.ts"
import { nameKey } from "../name-key.ts"

// What lists put behind a name that they send for.
const VIA = /\s+\(?via\b/iu
/** Trackers and review tools: they send for whoever wrote there, and for nobody. */
const TOOL_ADDRESS =
  /^(?:(?:[\w-]*-)?bugzilla(?:[-_]?(?:daemon|noreply))?|jira|gitlab|gerrit|(?:code-?)?reviews?|notifications?|(?:no-?|do-?not-?)reply)@/iu
/** In the name of a program; nobody's own. */
const TOOL_NAME =
  /\b(?:bot|robot|ci|code review|bugzilla|gerrit|jenkins|jira|github|gitlab|patchwork|patchew|system|services?|servers?|teams?|admin|support|notifications?|alerts?|reports?|digest|newsletter|calendar|no-?reply|daemon|mailer|tracker|actions|builds?)\b/iu
/** `Ada Lovelace (Jira)`, `Ada Lovelace (Code Review)`, `Ada (@ada)`. */
const REMARK = /\s*\([^()]{0,60}\)\s*$/u
const HANDLE = /\(@[^()\s]{1,60}\)\s*$/u

/** Whether a list, a tracker or a review tool sent in somebody's stead: then the address is not theirs. */
export function isRelayed({ name, address }: Identity): boolean {
  if (name === undefined || name.length > MAX_NAME) return false
  return isSentVia(name) || (TOOL_ADDRESS.test(address) && isSomebodys(name, address))
}

/** `Ada via list`: the name says itself that the address is not theirs. */
export function isSentVia(name: string): boolean {
  return VIA.test(name.slice(0, MAX_NAME))
}

// Longer names are attacks.
const MAX_NAME = 200

/** GitHub sends under the name of an account where nobody has told a better one. */
function isSomebodys(name: string, address: string): boolean {
  const bare = name.replace(REMARK, "")
  if (TOOL_NAME.test(bare) || /[[\]@]/u.test(bare)) return false
  return nameKey(bare) !== undefined || HANDLE.test(name) || address.startsWith("notifications@")
}

import type { Identity, Message } from "../../../model/message.ts"
import { isRelayed } from "./relays.ts"

// Programs that write to lists under an address of their own.
const ROBOT_ADDRESS =
  /^(?:lkp|robot|bot|syzbot[^@]*|patchwork[^@]*|buildbot|build|ci|ci[_-]notify|noreply|no-reply|do-not-reply|donotreply|mailer-daemon|postmaster|kernelci[^@]*|tip-bot2?|patchbot|(?:[\w-]*-)?bugzilla[-_]?(?:daemon|noreply)?|root|cron|nobody|autobuild|zuul|gerrit|jira|gitlab|reviews?|dependabot[^@]*|notifications|.*[-_.]bot|bot[-_.].*|.*\+bot|.*-request)@|^(?:owner|control)@bugs\./iu
const ROBOT_NAME =
  /(?:^|[\s[(_-])(?:bot|robot|ci bot|buildbot|patchwork|patchew|mailer-daemon|tip-bot\d?)(?:$|[\s\])])|^(?:syzbot|kernelci|zero-?day|0-?day|dependabot|renovate)\b|\[bot\]/iu
// Alone or beside their work: Jenkins and Hudson are families' names as well.
const BUILDER_NAME =
  /^(?:jenkins|hudson)$|\b(?:jenkins|hudson)[\s-]+(?:ci|server|builds?|builder|admin|user)\b|\b(?:ci|builds?|apache)\s+(?:jenkins|hudson)\b/iu
const BUILDER_ADDRESS = /^(?:jenkins|hudson)@/iu
const TWO_WORDS = /\S\s+\S/u

/** Whether an identity is a program's, by what it calls itself; who is sent for by one is none. */
export function isRobot(identity: Identity): boolean {
  const name = identity.name ?? ""
  if (identity.isBot === true || ROBOT_NAME.test(name) || BUILDER_NAME.test(name)) return true
  if (BUILDER_ADDRESS.test(identity.address)) return !TWO_WORDS.test(name)
  return ROBOT_ADDRESS.test(identity.address) && !isRelayed(identity)
}

/** Whether a program sent a message: by its author, or by a header that says so (RFC 3834). */
export function isRobotMessage(message: Message): boolean {
  const auto = message.headers["auto-submitted"]
  const isAnswerer = auto !== undefined && /^auto-(?:generated|replied|notified)/iu.test(auto)
  return isRobot(message.author) || (isAnswerer && !isRelayed(message.author))
}

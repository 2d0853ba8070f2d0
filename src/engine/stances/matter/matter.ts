import type { ReadMessage } from "../../read-message.ts"
import type { Asking } from "./poll.ts"
import { isPollAlone } from "./poll.ts"

/** What a thread is about: something laid before the others, or something asked. */
export interface ThreadMatter {
  readonly kind: MatterKind
}

export type MatterKind = "patch" | "proposal" | "help" | "talk"

const PATCH = /\[[^\]]*\b(?:patch|pull)\b[^\]]*\]|^pull request\b/i
const RFC = /\[[^\]]*\brfc\b[^\]]*\]|^rfc\b/i
const PROPOSAL = /\[?(?:vote|proposal|rfc|discuss|propose)\b\]?/i
const HELP =
  /\?|\b(?:help|how to|problem|question|error|trouble|fails?|failing|can't|cannot|unable|issue|stuck|bug|(?:does not|doesn't|not|stopped|no longer) work(?:ing)?)\b/i
const PROPOSING =
  /\b(?:i(?:'d| would)? (?:therefore )?(?:like to )?(?:propose|suggest|recommend|encourage)|let's|we (?:should|are considering|plan|want to|could)|i'd go|i want to|should we|(?:^|[.!] |so,? |ok,? )(?:shall|do) we|any objections?|objections\?|what do you think|proposal|i plan|we need to (?:decide|settle)|thoughts\?|opinions?)\b/i

/** Who asks which of several the others would rather have proposes none of them: nobody can be for it or against it. */
const CHOOSING =
  /\b(?:a|any|your) (?:\w+ )?preferences? (?:for|between|of)\b[^.?!]{0,80}\b(?:over|or|and|of (?:them|these|those|the))\b[^.?!]{0,60}\?|\b(?:which|what) (?:\w+ )?(?:do|would) (?:you|you all|people|folks|others) (?:prefer|rather have|like (?:best|better|more))\b[^.!]{0,60}\?/i

/** Whether a text puts something to the others. */
export function isProposing(text: string): boolean {
  return PROPOSING.test(text)
}

/** Code that lies before the others; an RFC may be words alone. */
export function isPatch({ message: { subject }, lines }: ReadMessage): boolean {
  return PATCH.test(subject) || lines.some((line) => line.zone === "patch")
}

/** Told from the first message: its subject, then its words. */
export function findMatter(root: ReadMessage & Asking): ThreadMatter {
  const { subject } = root.message
  if (isPatch(root) || RFC.test(subject)) return { kind: "patch" }
  if (PROPOSAL.test(subject)) return { kind: "proposal" }
  const text = isPollAlone(root) ? "" : root.sentences.map((sentence) => sentence.text).join(" ")
  if (CHOOSING.test(text)) return { kind: "talk" }
  if (isProposing(text)) return { kind: "proposal" }
  if (HELP.test(subject) || HELP.test(text)) return { kind: "help" }
  return { kind: "talk" }
}

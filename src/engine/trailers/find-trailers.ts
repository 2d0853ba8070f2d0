import type { Identity, Message } from "../../model/message.ts"
import type { BodyLine } from "../../model/body.ts"
import { foldSpace } from "../body/fold-space.ts"

/** A trailer that an author gave in a message of their own, with what it is bound to. */
export interface GivenTrailer {
  /** As the conventions spell it: `Acked-by`, whatever the author's fingers made of it. */
  readonly token: string
  /** The line as it stands, white space folded. */
  readonly text: string
  readonly line: number
  readonly verdict: "supports" | "opposes" | "none"
  readonly isConditional: boolean
  /** What it is given for, where that is not the whole: "s390", "for the series". */
  readonly scope: string | undefined
}

type Verdict = GivenTrailer["verdict"]

/** Stems of the words before "-by", and what giving such a trailer says. Typos keep the stem's head and tail. */
const KINDS: readonly (readonly [stem: RegExp, word: string, verdict: Verdict])[] = [
  [/nac?k/, "Nacked", "opposes"],
  [/ac?ked|akced/, "Acked", "supports"],
  [/revi/, "Reviewed", "supports"],
  [/test/, "Tested", "supports"],
  [/sign/, "Signed-off", "supports"],
  [/approv/, "Approved", "supports"],
  [/support|liked|endors/, "Supported", "supports"],
  [/report/, "Reported", "none"],
  [/suggest/, "Suggested", "none"],
]

const TRAILER = /(?<token>[A-Za-z]{3,12}(?:-(?:and|off|[a-z]{3,10})){0,3}-by) ?: ?(?<who>[^#(\n]*)(?<rest>.*)$/i

/** Words before a trailer that make it somebody else's business: asked for, offered for later, told about. */
const NOT_GIVEN =
  /\b(?:can|could|may|might) (?:i|we|you)\b|\b(?:kindly|please)? ?add (?:the )?following|\bwithout\b|\bmissing\b|\bneeds? (?:a|an|your|some)\b|\bno\b|\binstead of\b/i
/** "Once I have run it" behind a trailer: it is not given before that. */
const GIVEN_LATER = /\b(?:once|after|when|if|as soon as) i\b/i
const CONDITION = /\b(?:if|once|unless|provided|assuming|modulo|after|when|with)\b/i

const REPLY = /^\s*(?:\[[^\]]*\]\s*)*(?:re|aw|sv|antw)(?:\[\d+\])?\s*:/i
/** A commit message taken over as `git log` prints it. */
const PASTED = /^(?: {4}|\t)/
const SCOPE_COMMENT = /[#(]\s*(?<scope>[^)]*)/
const SCOPE_ABOVE = /\bfor (?:the )?(?:whole |entire )?series\b/i

/**
 * The trailers that an author gives in a reply.
 *
 * Quoted, pasted (somebody else's name, a commit message in the text), requested and hypothetical
 * ones are not given; a Signed-off-by under one's own patch is none either.
 */
export function findTrailers(message: Message, lines: readonly BodyLine[]): readonly GivenTrailer[] {
  // Most mails hold none, and then no line is looked at.
  if (message.medium === "chat" || !/-by/i.test(message.body)) return []
  const isReply = REPLY.test(message.subject) || lines.some((line) => line.zone === "quote")
  const isPatch = !isReply || lines.some((line) => line.zone === "patch" && line.depth === 0)
  if (isPatch) return []
  return lines.flatMap((line, index) => {
    if (line.depth !== 0 || (line.zone !== "own" && line.zone !== "trailer")) return []
    return /-by/i.test(line.content) ? (trailerOf(message, lines, index) ?? []) : []
  })
}

function trailerOf(message: Message, lines: readonly BodyLine[], index: number): GivenTrailer | undefined {
  const content = lines[index]?.content ?? ""
  const match = matchTrailer(content)
  if (match === undefined) return undefined
  const above = match.index > 2 ? content.slice(0, match.index) : proseAbove(lines, index)
  if (!isAuthor(match.who, message.author) || isNotGiven(above) || GIVEN_LATER.test(match.after)) return undefined
  const [, word, verdict] = match.kind
  return {
    token: `${word}-by`,
    text: foldSpace(content),
    line: index,
    verdict,
    isConditional: CONDITION.test(above),
    scope: scopeOf(match.rest, above),
  }
}

function isNotGiven(above: string): boolean {
  return above.includes("?") || NOT_GIVEN.test(above)
}

type TrailerKind = (typeof KINDS)[number]

interface TrailerMatch {
  readonly kind: TrailerKind
  readonly who: string
  readonly rest: string
  /** All that stands behind the token. */
  readonly after: string
  readonly index: number
}

function matchTrailer(content: string): TrailerMatch | undefined {
  if (PASTED.test(content)) return undefined
  const match = TRAILER.exec(content)
  const kind = kindOf(match?.groups?.["token"])
  if (match === null || kind === undefined) return undefined
  const { who = "", rest = "" } = match.groups ?? {}
  return { kind, who, rest, after: who + rest, index: match.index }
}

function kindOf(token = ""): TrailerKind | undefined {
  const stem = token.toLowerCase().replace(/^reported-and-/, "")
  return KINDS.find(([pattern]) => pattern.test(stem))
}

function scopeOf(rest: string, above: string): string | undefined {
  const comment = SCOPE_COMMENT.exec(rest)?.groups?.["scope"]?.trim()
  return comment ?? SCOPE_ABOVE.exec(above)?.[0]
}

/** Nobody can give another's trailer: where a name stands, it has to be the author's. */
function isAuthor(who: string, author: Identity): boolean {
  const address = /<(?<address>[^>]*)>/.exec(who)?.groups?.["address"]?.toLowerCase()
  if (address !== undefined && address === author.address) return true
  const named = nameWords(who.replace(/<.*/, ""))
  if (named.length === 0) return true
  const own = new Set([...nameWords(author.name ?? ""), ...nameWords(author.address.replace(/@.*/, ""))])
  return named.some((word) => own.has(word))
}

function nameWords(name: string): readonly string[] {
  return name.toLowerCase().match(/\p{L}{2,}/gu) ?? []
}

/** The author's line right above a block of trailers: "With that fixed," or "For the series:". */
function proseAbove(lines: readonly BodyLine[], index: number): string {
  let isParted = false
  for (let above = index - 1; above >= 0; above--) {
    const line = lines[above]
    if (line === undefined || line.depth > 0) return ""
    isParted ||= line.zone === "blank"
    if (line.zone === "blank" || TRAILER.test(line.content)) continue
    return line.zone !== "own" || (isParted && isOtherQuestion(line.content)) ? "" : line.content
  }
  return ""
}

/** A remark in the form of a question ("Is the full stop missing?") in a paragraph of its own asks for no trailer. */
function isOtherQuestion(text: string): boolean {
  return text.trimEnd().endsWith("?") && !/\b(?:add|give|carry|keep|collect|have|tags?|following)\b/i.test(text)
}

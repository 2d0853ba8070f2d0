import type { Identity, Message } from "../../model/message.ts"
import type { BodyLine } from "../../model/body.ts"
import { foldSpace } from "../body/sentences/fold-space.ts"
import type { TrailerContext } from "./trailer-context.ts"
import { isBound, isNotGiven, lastSentence, lineBelow, scopeOf, sentenceAbove } from "./trailer-context.ts"

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

const REPLY = /^\s*(?:\[[^\]]*\]\s*)*(?:re|aw|sv|antw)(?:\[\d+\])?\s*:/i
/** A commit message taken over as `git log` prints it. */
const PASTED = /^(?: {4}|\t)/
/**
 * The trailers that an author gives in a reply.
 *
 * Quoted, pasted (somebody else's name, a commit message in the text), requested and hypothetical
 * ones are not given; those under one's own patch are none either.
 */
export function findTrailers(message: Message, lines: readonly BodyLine[]): readonly GivenTrailer[] {
  // Most mails hold none, and then no line is looked at.
  if (message.medium === "chat" || !/-by/i.test(message.body) || isPatch(message, lines)) return []
  return lines.flatMap((line, index) => {
    if (line.depth !== 0 || (line.zone !== "own" && line.zone !== "trailer")) return []
    return /-by/i.test(line.content) ? trailersOf(message, lines, index) : []
  })
}

/** Whether it posts a patch: a reply that only shows some changed lines signs nothing off. */
function isPatch({ subject }: Message, lines: readonly BodyLine[]): boolean {
  const isAnswer = REPLY.test(subject)
  const holdsPatch = lines.some((line) => line.zone === "patch" && line.depth === 0)
  if (holdsPatch) return !isAnswer || lines.some((line) => line.depth === 0 && SIGNED_OFF.test(line.content))
  return !isAnswer && !lines.some((line) => line.zone === "quote")
}

const SIGNED_OFF = /^\s*Signed-off-by ?:/i

function trailersOf(message: Message, lines: readonly BodyLine[], index: number): readonly GivenTrailer[] {
  const content = lines[index]?.content ?? ""
  const match = matchTrailer(content)
  if (match === undefined || !isAuthor(match.who, message.author)) return []
  const context = contextOf(lines, index, match)
  if (isNotGiven(context)) return []
  return match.kinds.map(([, word, verdict]) => ({
    token: `${word}-by`,
    text: foldSpace(content),
    line: index,
    verdict,
    isConditional: isBound(context),
    scope: scopeOf(context),
  }))
}

function contextOf(lines: readonly BodyLine[], index: number, match: TrailerMatch): TrailerContext {
  const isTrailer = ({ content }: BodyLine): boolean => TRAILER.test(content)
  const onLine = (lines[index]?.content ?? "").slice(0, match.index)
  return {
    before: match.index > 2 ? lastSentence(onLine) : sentenceAbove(lines, index, isTrailer),
    behind: match.behind === "" ? lineBelow(lines, index, isTrailer) : match.behind,
  }
}

type TrailerKind = (typeof KINDS)[number]

interface TrailerMatch {
  readonly kinds: readonly TrailerKind[]
  readonly who: string
  /** What stands behind the name on its line. */
  readonly behind: string
  readonly index: number
}

function matchTrailer(content: string): TrailerMatch | undefined {
  if (PASTED.test(content)) return undefined
  const match = TRAILER.exec(content)
  const kinds = kindsOf(match?.groups?.["token"])
  if (match === null || kinds.length === 0) return undefined
  const { who = "", rest = "" } = match.groups ?? {}
  const behind = who.includes(">")
    ? who.replace(/^[^>]*>/, "")
    : (/\b(?:once|after|when|if|as soon as) .*|\?.*/i.exec(who)?.[0] ?? "")
  return { kinds, who, behind: (behind + rest).trim(), index: match.index }
}

/** "Acked-and-tested-by" gives both; who reported it as well gives the other. */
function kindsOf(token = ""): readonly TrailerKind[] {
  const parts = token.toLowerCase().split("-and-")
  const kinds = parts.map((part) => KINDS.find(([pattern]) => pattern.test(part))).filter((kind) => kind !== undefined)
  const given = kinds.filter(([, word]) => word !== "Reported")
  return [...new Set(given.length > 0 ? given : kinds)]
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

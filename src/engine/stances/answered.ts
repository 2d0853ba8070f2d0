import type { MessageId } from "../../model/message.ts"
import type { Position } from "../../model/summary.ts"
import { isSamePerson } from "../people/same-person.ts"
import type { OwnSentence, ReadMessage } from "../read-message.ts"
import { MAX_ANCESTORS } from "../read-message.ts"
import { hasAny, wordKind } from "../words/vocabulary.ts"
import { wordsOf } from "../words/words.ts"
import { opensThread } from "./matter/proposer.ts"
import type { StanceAbove } from "./stance-facts.ts"

/** Somebody else than the one who asked has recommended something further up: this speaks beside it. */
export function answersRecommendation({ message, root }: ReadMessage, parent: StanceAbove | undefined): boolean {
  const asker = root?.message.author
  if (asker === undefined || isSamePerson(asker, message.author)) return false
  let above = parent
  for (let step = 0; above?.parent !== undefined && step < MAX_ANCESTORS; step++, above = above.parent) {
    const { author } = above.message
    if (isRecommending(above) && !isSamePerson(author, message.author) && !isSamePerson(author, asker)) return true
  }
  return false
}

function isRecommending({ stance }: StanceAbove): boolean {
  return RECOMMENDING.has(stance.position) && stance.strength >= RECOMMENDED
}

const RECOMMENDING: ReadonlySet<Position> = new Set(["supports", "supports-with-changes", "prefers-alternative"])
/** A plain recommendation comes to this much. */
const RECOMMENDED = 1.2

/** Of these one is in every sentence that agrees with somebody by name; looking for them first saves most of the time. */
const AGREEING = wordKind("agree agreed agreeing right correct point second side")
const AGREES_WITH =
  /(?:\bagree(?:d|ing)?(?: \w+){0,2} with|\b[Ss]ide with|\bI second) @?(?<agreed>\p{Lu}[\p{L}-]+)|^(?:(?:Yes|Yeah|No|But|And|So|I think),? )?@?(?<right>\p{Lu}[\p{L}-]+) (?:is (?:absolutely |totally |quite |completely )?(?:right|correct)|has a point)\b/u
const AGREES_ELSEWHERE =
  /\bwhich i(?: \w+)? agree with\b|\b(?:he|she|they) (?:says?|said|wrote|argues?)\b.*\bi(?: \w+)? agree\b/i

/** Where the one stands whom a sentence answers: the one it names, else the quoted author where the quote is tied, else the parent's. */
export function answeredBy(
  read: ReadMessage,
  sentence: OwnSentence,
  parent: StanceAbove | undefined,
): { readonly answered: Position | undefined; readonly isAgreeingElsewhere: boolean } {
  const origin = sentence.under && read.lines[sentence.under.lastLine]?.origin?.messageId
  const isAgreeing = hasAny(sentence.words.kinds, AGREEING)
  const named = isAgreeing ? findNamed(parent, nameAgreedWith(sentence.text)) : undefined
  const answered = named ?? (parent && findAbove(parent, origin)) ?? parent
  const isAgreeingElsewhere = isAgreeing && AGREES_ELSEWHERE.test(sentence.text)
  if (answered === undefined) return { answered: undefined, isAgreeingElsewhere }
  return { answered: isProposer(answered, read) ? "supports" : sideOf(answered), isAgreeingElsewhere }
}

/** What somebody hardly leans to is no side that others could join. */
function sideOf({ stance: { position, strength } }: StanceAbove): Position {
  return strength >= TAKES_SIDE ? position : "informs"
}

const TAKES_SIDE = 0.8

/** Who proposed it stands for it, however much they find wrong with what others say of it. */
function isProposer({ message, stance }: StanceAbove, { root }: ReadMessage): boolean {
  if (root !== undefined && !opensThread(root)) return false
  if (root === undefined || message.id === root.message.id) return true
  const isLaidBefore = stance.matter.kind === "patch" || stance.matter.kind === "proposal"
  return isLaidBefore && isSamePerson(message.author, root.message.author)
}

function nameAgreedWith(text: string): string | undefined {
  const groups = AGREES_WITH.exec(text)?.groups
  return (groups?.["agreed"] ?? groups?.["right"])?.toLowerCase()
}

function findNamed(parent: StanceAbove | undefined, name: string | undefined): StanceAbove | undefined {
  if (name === undefined) return undefined
  for (let above = parent; above !== undefined; above = above.parent)
    if (wordsOf(above.message.author.name ?? "").includes(name)) return above
  return undefined
}

function findAbove(parent: StanceAbove, id: MessageId | undefined): StanceAbove | undefined {
  if (id === undefined) return undefined
  for (let above: StanceAbove | undefined = parent; above !== undefined; above = above.parent)
    if (above.message.id === id) return above
  return undefined
}

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
const AGREEING = wordKind("agree agreed agreeing right correct point second seconded seconding side share")
const AGREES_WITH =
  /(?:\bagree(?:d|ing)?(?: \w+){0,2} with|\b[Ss]ide with|\b[Ii](?:['’]d| would)?(?: (?:like to|also|fully|strongly|can only|do))? (?:second|share)|^[Ss]econd(?:ed|ing)?) (?:what )?@?(?<agreed>\p{Lu}[\p{L}-]+)(?<said> (?:said|says|wrote)\b)?|^(?:(?:Yes|Yeah|No|But|And|So|I think),? )?@?(?<right>\p{Lu}[\p{L}-]+) (?:is (?:absolutely |totally |quite |completely )?(?:right|correct)|has a point)\b/u
/** What is seconded may say itself where it stands, whoever said it. */
const SECONDS =
  /\b(?:agree(?:d|ing)?(?: \w+){0,2} with|second(?:ed|ing)?|share) (?:all |both )?(?:(?:the|this|that|these|those|an?|his|her|their|your|\S{1,30}['’]s?) )?(?:\w+ )?(?:(?<against>objections?|reservations?|nac?ks?|veto)|(?<matter>motion|nomination))\b/i
const AGREES_ELSEWHERE =
  /\bwhich i(?: \w+)? agree with\b|\b(?:he|she|they) (?:says?|said|wrote|argues?)\b.*\bi(?: \w+)? agree\b/i

/** Where the one stands whom a sentence answers: the one it names, else the quoted author where the quote is tied, else the parent's. */
export function answeredBy(
  read: ReadMessage & Pick<StanceAbove, "previous">,
  sentence: OwnSentence,
  parent: StanceAbove | undefined,
): Answered {
  const origin = sentence.under && read.lines[sentence.under.lastLine]?.origin?.messageId
  const quoted = (parent && findAbove(parent, origin)) ?? parent
  if (!hasAny(sentence.words.kinds, AGREEING)) return { answered: sideAbove(read, quoted), isAgreeingElsewhere: false }
  const { name, isSpeaker } = nameAgreedWith(sentence.text)
  const named = findNamed(read, parent, name)
  const seconded = sideSeconded(sentence.text, named)
  if (seconded !== undefined) return { answered: seconded, isAgreeingElsewhere: false }
  const isAgreeingElsewhere = (isSpeaker && named === undefined) || AGREES_ELSEWHERE.test(sentence.text)
  return { answered: sideAbove(read, named ?? quoted), isAgreeingElsewhere }
}

function sideAbove(read: ReadMessage, above: StanceAbove | undefined): Position | undefined {
  if (above === undefined) return undefined
  return isProposer(above, read) ? "supports" : sideOf(above)
}

/** Whom a sentence answers, as far as they take a side. */
interface Answered {
  readonly answered: Position | undefined
  readonly isAgreeingElsewhere: boolean
}

function sideSeconded(text: string, named: StanceAbove | undefined): Position | undefined {
  const groups = SECONDS.exec(text)?.groups
  if (groups?.["matter"] !== undefined) return "supports"
  // What the proposer objects to is something else.
  const isProposers = named !== undefined && named.parent === undefined
  return groups?.["against"] !== undefined && !isProposers ? "opposes" : undefined
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

function nameAgreedWith(text: string): { readonly name: string | undefined; readonly isSpeaker: boolean } {
  const groups = AGREES_WITH.exec(text)?.groups
  const name = (groups?.["agreed"] ?? groups?.["right"])?.toLowerCase()
  return name === undefined ? NOBODY : { name, isSpeaker: groups?.["said"] !== undefined }
}

const NOBODY = { name: undefined, isSpeaker: false } as const

/** In a chat whoever spoke before, else whoever is answered, directly or further up. */
function findNamed(
  { message: { medium }, previous }: Pick<StanceAbove, "message" | "previous">,
  parent: StanceAbove | undefined,
  name: string | undefined,
): StanceAbove | undefined {
  if (name === undefined) return undefined
  const isChat = medium === "chat"
  for (let above = isChat ? previous : parent; above !== undefined; above = isChat ? above.previous : above.parent)
    if (wordsOf(above.message.author.name ?? "").includes(name)) return above
  return undefined
}

function findAbove(parent: StanceAbove, id: MessageId | undefined): StanceAbove | undefined {
  if (id === undefined) return undefined
  for (let above: StanceAbove | undefined = parent; above !== undefined; above = above.parent)
    if (above.message.id === id) return above
  return undefined
}

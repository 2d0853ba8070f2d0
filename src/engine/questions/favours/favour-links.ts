import type { OwnSentence, ReadMessage } from "../../read-message.ts"
import type { Agreement } from "./agreement.ts"
import { agreementIn } from "./agreement.ts"
import { comparedWith } from "../answers/align-answers.ts"
import type { AskedQuestion } from "../asked-question.ts"
import { bareLetters, quoteLetters } from "../words/bare-letters.ts"
import type { Voice } from "./favours-in.ts"
import { favouredIn } from "./favours-in.ts"
import { optionNames } from "./option-names.ts"
import { RANK } from "./preference-words.ts"
import type { QuestionAbove, ReplyLink } from "../links/reply-links.ts"

/** That the author of a message speaks for one option of a choice that stands above it, or in it. */
export interface FavourLink {
  readonly questionId: string
  readonly option: string
  /** Verbatim words of the message. */
  readonly text: string
}

/** What a message says for the options of choices. */
export interface Favours {
  readonly favours: readonly FavourLink[]
  /** Where it speaks for none by name: that it agrees with somebody, whatever they are for. */
  readonly agreement: Agreement | undefined
}

/** A choice with its options, as far as they matter for who favours what. */
export type Offered = Pick<AskedQuestion, "id" | "letters" | "options" | "isLabelled">

// Who quotes may cut a long question at its head.
const FOOT = 40

const NONE: Favours = { favours: [], agreement: undefined }

/** The options that a message speaks for. */
export function favourLinks(
  read: ReadMessage,
  { above, links }: { readonly above: readonly QuestionAbove[]; readonly links: readonly ReplyLink[] },
): Favours {
  const choices: AskedQuestion[] = []
  for (const { question } of above) for (const asked of question.asked) if (asked.kind === "choice") choices.push(asked)
  if (choices.length === 0) return NONE
  const answered = new Set(links.flatMap((link) => (link.does === "answers" ? link.questionId : [])))
  const most = comparedWith(choices.length)
  const favours = choices.flatMap((choice) => favourOf(read, { choice, isAnswer: answered.has(choice.id), most }) ?? [])
  return { favours, agreement: favours.length > 0 ? undefined : agreementIn(read) }
}

/** Which option of a choice a message speaks for. */
export function favourOf(
  { sentences }: ReadMessage,
  { choice, isAnswer, most }: { readonly choice: Offered; readonly isAnswer: boolean; readonly most: number },
): FavourLink | undefined {
  const { id, letters, options, isLabelled } = choice
  const near = sentences.length > most ? sentences.slice(-most) : sentences
  const quotes = new Map<string, boolean>()
  const isUnder = ({ under }: OwnSentence): boolean => {
    if (under === undefined) return false
    const known = quotes.get(under.text) ?? quoteLetters(under.text).includes(letters.slice(-FOOT))
    quotes.set(under.text, known)
    return known
  }
  const isQuoted = isAnswer && near.some(isUnder)
  const names = optionNames(options, isLabelled)
  const voices = near.map((sentence): Voice => {
    const text = thisOne(sentence, options)
    return { text, isAnswer: isAnswer && (!isQuoted || isUnder(sentence)), said: sentence.text }
  })
  const favoured = favouredIn(voices, names)
  const option = favoured === undefined ? undefined : options[favoured.option]
  return option === undefined || favoured === undefined ? undefined : { questionId: id, option, text: favoured.text }
}

const THIS_ONE = /^(?:\W*(?:i (?:like|prefer|vote for|would go with)|i'd go with|\+1 for))? ?this one\b/i

/** "This one", right under the quoted option. */
function thisOne({ text, under }: OwnSentence, options: readonly string[]): string {
  if (under === undefined || !THIS_ONE.test(text)) return text
  const quoted = quoteLetters(under.text)
  const meant = options.filter((option) => quoted.endsWith(bareLetters(option)))
  return meant.length === 1 ? text.replace(/this one/i, meant[0] ?? "") : text
}

/** What an asker says for an option of their own choice, in so many words, right beside the question. */
export function ownFavours(read: ReadMessage, asked: readonly AskedQuestion[]): readonly FavourLink[] {
  return asked.flatMap(({ id, kind, text, options, isLabelled, firstSentence, lastSentence }) => {
    if (kind !== "choice") return []
    if (SUGGESTS.test(text) && options[0] !== undefined) return [{ questionId: id, option: options[0], text }]
    const near = read.sentences.filter(
      ({ index }) =>
        (index > lastSentence && index <= lastSentence + BESIDE) ||
        (index < firstSentence && index >= firstSentence - BESIDE),
    )
    const voices = near.map(({ text }): Voice => ({ text, said: text, isAnswer: false }))
    const favoured = favouredIn(voices, optionNames(options, isLabelled))
    const option = favoured === undefined || favoured.rank < RANK.preference ? undefined : options[favoured.option]
    return option === undefined || favoured === undefined ? [] : [{ questionId: id, option, text: favoured.text }]
  })
}

/** "Wouldn't one be better than the other?" */
const SUGGESTS = /\b(?:wouldn't|shouldn't|isn't) (?:it|this|that|we)\b.*\b(?:rather than|instead of)\b/i

// A preference stands in the breath before the question or in the one behind it.
const BESIDE = 2

import type { ReadMessage } from "../read-message.ts"
import type { AskedQuestion } from "./asked-question.ts"
import { bareLetters } from "./bare-letters.ts"
import { calledNames, isPutToRoom } from "./called-names.ts"
import { choiceOptions } from "./choice-options.ts"
import type { AskingShape } from "./question-forms.ts"
import { askingShape } from "./question-forms.ts"
import { asksNothing, hasLostLetters, isCatechism } from "./no-questions.ts"
import { listedAbove } from "./listed-above.ts"
import { questionId } from "./question-id.ts"
import { questionKind } from "./question-kind.ts"
import { joinBrokenSentences } from "./broken-sentences.ts"
import type { Spoken } from "./broken-sentences.ts"
import { tellingWords } from "./telling-words.ts"
import { waitingWeight } from "./waiting-weight.ts"

/** What the author of a message asks in their own words, as asked. Two adjacent sentences that ask one thing are one. */
export function findAsked(read: ReadMessage): readonly AskedQuestion[] {
  const isChat = read.message.medium === "chat"
  const spoken = joinBrokenSentences(read.sentences, read.lines)
  const found: Found[] = []
  const isLossy = spoken.some(({ text }) => hasLostLetters(text))
  for (const [at, sentence] of spoken.entries()) {
    if (asksNothing(sentence.text)) continue
    if (isCatechism(sentence.text, [spoken[at - 1]?.text, spoken[at + 1]?.text])) continue
    const shape = askingShape(sentence.text, { isChat, isLossy })
    if (shape !== undefined) found.push({ at, sentence, shape })
  }
  return joinTails(found, spoken).map((entry) => toQuestion(entry, { read, spoken }))
}

interface Found {
  readonly at: number
  readonly sentence: Spoken
  readonly shape: AskingShape
}

/** Asks nothing of its own: it puts the question of the sentence before once more, or turns a statement into one. */
const TAIL =
  /^(?:\W*(?:so|and|or|but),? )?(?:any (?:ideas?|thoughts?|comments?|opinions?|objections?|suggestions?|advice)(?: (?:on (?:this|that)|here|anyone|about (?:this|that)))?|thoughts|comments|opinions|objections|ideas|right|correct|no|ok|agreed|what do you (?:all |guys )?(?:think|say)(?: about (?:this|that|it))?|does (?:that|this|it) (?:make sense|sound (?:good|ok|okay|right|reasonable)|work(?: for you)?|look (?:ok|good|right))|makes? sense|is (?:that|this|it) (?:right|correct|ok|okay|true|so|acceptable|fine)|wdyt|am I missing something|or am I missing something|did I get that right|[@]?\p{Lu}?[\p{L}-]{2,20},? (?:thoughts|any idea|wdyt|what do you think)|@?\p{Lu}[\p{L}-]{1,20})\W*\?+\W*$/iu

function joinTails(found: readonly Found[], spoken: readonly Spoken[]): readonly Found[] {
  const joined: Found[] = []
  for (const entry of found) {
    const before = spoken[entry.at - 1]
    if (before === undefined || !TAIL.test(entry.sentence.text) || before.blockEnd !== entry.sentence.blockEnd) {
      joined.push(entry)
      continue
    }
    const last = joined.at(-1)
    const weight = Math.max(entry.shape.weight, last?.at === entry.at - 1 ? last.shape.weight : 0)
    if (last?.at === entry.at - 1) joined.pop()
    const sentence = { ...joinOf(before, entry.sentence) }
    joined.push({ at: entry.at, sentence, shape: { ...entry.shape, weight } })
  }
  return joined
}

// Longer than this the tail alone is shown: the statement before it would drown it.
const LONGEST_LEAD = 260

function joinOf(before: Spoken, tail: Spoken): Spoken {
  if (before.text.length > LONGEST_LEAD || before.lastLine + 1 < tail.firstLine) return tail
  return { ...tail, text: `${before.text} ${tail.text}`, first: before.first, firstLine: before.firstLine }
}

function toQuestion(
  { at, sentence, shape }: Found,
  { read, spoken }: { readonly read: ReadMessage; readonly spoken: readonly Spoken[] },
): AskedQuestion {
  const { text } = sentence
  const isAsked = shape.hasMark || shape.form === "asks" || shape.form === "wonders"
  const named = isAsked ? choiceOptions(text) : []
  const options =
    isAsked && named.length === 0
      ? listedAbove(
          text,
          spoken.slice(0, at).map((one) => one.text),
        )
      : named
  return {
    id: questionId(read.message.id, text),
    messageId: read.message.id,
    text,
    firstSentence: sentence.first,
    lastSentence: sentence.last,
    firstLine: sentence.firstLine,
    lastLine: sentence.lastLine,
    form: shape.form,
    hasMark: shape.hasMark,
    kind: questionKind(text, { form: shape.form, options }),
    options,
    weight: waitingWeight(shape, { read, text, next: spoken[at + 1]?.text, before: spoken[at - 1]?.text }),
    isToRoom: isPutToRoom(text),
    names: calledNames(text),
    letters: bareLetters(text),
    words: tellingWords(text),
  }
}

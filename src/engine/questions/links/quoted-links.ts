import { alignAnswers, comparedWith } from "../answers/align-answers.ts"
import type { AskedQuestion } from "../asked-question.ts"
import type { Block, Quoted } from "../asked/quoted-questions.ts"
import { quick } from "../../patterns/quick-pattern.ts"
import { overlapOf, tellingWords } from "../../words/telling-words.ts"
import type { ReadBlock } from "./read-block.ts"
import { REAL_QUESTION, readBlock, suits, toLink, verdictsOn } from "./read-block.ts"
import type { ReplyLink } from "./reply-links.ts"

/** What the words below a quote do to the questions in it. */
export function quotedLinks(below: Block, quoted: readonly Quoted[]): readonly ReplyLink[] {
  const real = quoted.filter(({ question }) => question.weight >= REAL_QUESTION)
  const remarks = quoted.filter(({ question }) => question.weight < REAL_QUESTION)
  const nearest = Math.min(...real.map((entry) => entry.depth))
  const near = real.filter((entry) => entry.depth === nearest)
  const older = real.filter((entry) => entry.depth !== nearest).map((entry) => ({ ...entry, isOlder: true }))
  const block = readBlock(below)
  const most = comparedWith(remarks.length)
  const beginning = below.length <= most ? block : readBlock(below.slice(0, most))
  const last = near.at(-1)?.distance ?? Infinity
  const [passed, asked] = partedByText(near)
  return [
    ...linksOf(asked, block).filter((link) => last <= APART || !isApproval(link)),
    ...passed.flatMap((entry) => linksOf([entry], block).flatMap((link) => passedLink(entry.question, link))),
    ...linksOf(older, block),
    // Words that follow a question are not to a remark above it.
    ...remarks.flatMap((entry) =>
      linksOf([entry], beginning).filter(({ text }) => entry.distance <= last || suits(entry.question, text)),
    ),
  ]
}

// So many letters, a sentence of its own, part one question from the next.
const APART = 60

/** The questions of a quote that stand right above its end or each other, and those further up. */
function partedByText(quoted: readonly Quoted[]): readonly [passed: readonly Quoted[], asked: readonly Quoted[]] {
  let at = quoted.length - 1
  for (; at > 0; at--) {
    const [before, next] = [quoted[at - 1], quoted[at]]
    if (before === undefined || next === undefined) break
    if (before.distance - next.distance - next.question.letters.length > APART) break
  }
  return [quoted.slice(0, Math.max(0, at)), quoted.slice(Math.max(0, at))]
}

// What stands further up in a quote is less likely meant, unless the words below suit it.
const PASSED = 0.12
/** A "yes" of so many letters is to the last question above it. */
const SHORT = 13

function passedLink(question: AskedQuestion, link: ReplyLink): readonly ReplyLink[] {
  if (suits(question, link.text)) return [link]
  return isShortAnswer(link) ? [] : [{ ...link, score: link.score - PASSED }]
}

/** "Good idea." is to the last words of a quote, whatever is asked further up in it. */
function isApproval(link: ReplyLink): boolean {
  return isShortAnswer(link) && APPROVES.test(link.text)
}

const APPROVES = /^(?:good|great|nice|excellent|agreed|cool|\+1)\b/i

function isShortAnswer({ does, text }: ReplyLink): boolean {
  return does === "answers" && text.length < SHORT
}

// A question ten lines above the answer is likely passed over; a line holds some sixty letters.
const FAR = 0.03 / 60
const MAX_FAR = 0.3
// What an earlier reply was there to answer is as a rule only context.
const OLDER = 0.2

function linksOf(quoted: readonly (Quoted & { readonly isOlder?: boolean })[], block: ReadBlock): readonly ReplyLink[] {
  if (quoted.length === 0) return []
  const distances = new Map(quoted.map((entry) => [entry.question.id, entry.distance]))
  const older = new Set(quoted.filter((entry) => entry.isOlder === true).map((entry) => entry.question.id))
  const aligned = alignAnswers(
    quoted.map((entry) => entry.question),
    block.replies,
  )
  const verdictOn = verdictsOn(aligned, block)
  return aligned.flatMap(({ question, text, whole, score }) => {
    const verdict = verdictOn({ question, text })
    const distance = distances.get(question.id) ?? 0
    if (verdict === "nothing" || isBeside(question, { text, opening: block.sentences[0] ?? "", distance })) return []
    const far = Math.min(MAX_FAR, FAR * distance)
    const old = older.has(question.id) ? OLDER : 0
    const shown = verdict === "answers" ? whole : text
    return [toLink(question, { does: verdict, score: 0.55 + 0.5 * score - far - old, text: shown })]
  })
}

const ASIDE = quick(
  /^\W*(?:by the way|btw|(?:on a |as a )?side[- ]?note|unrelated|while (?:you're|you are|we're|we are) at it|off[- ]topic)\b/i,
)

/** "By the way, …" under a question turns to something else, unless its words are the question's. */
function isBeside(
  question: AskedQuestion,
  { text, opening, distance }: { readonly text: string; readonly opening: string; readonly distance: number },
): boolean {
  if (ASIDE.test(opening)) return overlapOf(question.words, tellingWords(text)) <= 0.1
  return distance > BELOW && RETURNS.test(text)
}

// "Likewise." below more of the quote is to that.
const BELOW = 20
const RETURNS = quick(/^\W*(?:likewise|ditto|you too|me too|same (?:here|to you))\b\W*$/i)

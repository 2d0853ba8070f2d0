import type { ReadMessage } from "../../read-message.ts"
import type { AskedQuestion } from "../asked-question.ts"
import { asksUnmarked } from "../asked/question-forms.ts"
import type { QuestionAbove, ReplyLink } from "./reply-links.ts"
import { isSubstance, replyVerdict, withoutAddress } from "../answers/reply-verdict.ts"
import { isMereRetraction } from "./retractions.ts"
import { isSamePerson } from "../../people/same-person.ts"
import { overlapOf, tellingWords } from "../../words/telling-words.ts"
import { isReaction, typeFit } from "../answers/type-fit.ts"

/**
 * What a short turn in a chat answers: the questions asked shortly before it by somebody else.
 *
 * The nearer the better; a name called in the turn or in the question decides between several.
 */
export function chatLinks(read: ReadMessage, above: readonly QuestionAbove[]): readonly ReplyLink[] {
  const sentences = read.sentences.map((sentence) => sentence.text)
  const text = sentences.find(isSubstance)
  // Who takes back a question of their own speaks to nobody else.
  if (text === undefined || isMereRetraction(text)) return []
  const judged = sentences.map((sentence) => (asksUnmarked(sentence) ? `${sentence}?` : sentence))
  const links: ReplyLink[] = []
  let between = 0
  let newer = 0
  let ownTurns = 0
  for (const entry of above) {
    if (isSamePerson(entry.message.author, read.message.author)) {
      ownTurns++
      continue
    }
    for (const question of entry.question.asked.toReversed()) {
      const near = 0.55 - 0.06 * between - 0.1 * newer - 0.03 * ownTurns
      const call = callScore(read, { entry, question })
      const fit = fitOf(question, sentences)
      const isForAnother = call <= 0 && fit < 0 && isPutToAnother(read, entry)
      const score = near + call + fit - (isForAnother ? FOR_ANOTHER : 0)
      const verdict = replyVerdict(judged, question.text)
      if (verdict !== "nothing")
        links.push({
          questionId: question.id,
          asked: question.messageId,
          does: verdict,
          score,
          text,
          isReaction: isReaction(withoutAddress(text)),
        })
      if (question.weight >= 0.4) newer++
    }
    if (entry.question.asked.length === 0) between++
  }
  return links.filter((link) => link.score > LEAST)
}

// Turns that suit a question less than this are not worth keeping.
const LEAST = 0.2

/** A turn that suits a question neither in its words nor in its kind goes on with something else. */
const NO_EVIDENCE = 0.12

/** A turn without evidence, by somebody whom the question does not call on. */
const FOR_ANOTHER = 0.15

function isPutToAnother(read: ReadMessage, { message }: QuestionAbove): boolean {
  return message.mentions.length > 0 && !message.mentions.some((one) => isSamePerson(one, read.message.author))
}

function fitOf(question: AskedQuestion, sentences: readonly string[]): number {
  const overlap = overlapOf(question.words, tellingWords(sentences.join(" ")))
  const fit = typeFit(withoutAddress(sentences[0] ?? ""), question)
  const hasEvidence = overlap > 0.1 || fit > 0.4
  return 0.5 * overlap + 0.15 * fit - (hasEvidence ? 0 : NO_EVIDENCE)
}

function callScore(
  read: ReadMessage,
  { entry, question }: { readonly entry: QuestionAbove; readonly question: AskedQuestion },
): number {
  const { author, mentions, body } = read.message
  const asker = entry.message.author
  const called = leadingName(body)
  let score = 0
  if (mentions.some((mentioned) => isSamePerson(mentioned, asker)) || isCalled(called, asker.name)) score += 0.2
  else if (mentions.length > 0 || called !== undefined) score -= 0.3
  const names = question.names.filter((name) => name.length > 2)
  if (names.some((name) => isCalled(name, author.name))) score += 0.15
  return score
}

/** "name: …" and "@name …". */
function leadingName(body: string): string | undefined {
  const found = /^@?(?<colon>[\p{L}\p{N}_.-]{2,30}):\s|^@(?<at>[\p{L}\p{N}_.-]+)/u.exec(body)?.groups
  return found?.["colon"] ?? found?.["at"]
}

function isCalled(name: string | undefined, author: string | undefined): boolean {
  const [called, known] = [(name ?? "").toLowerCase(), (author ?? "").toLowerCase()]
  if (called === "" || known === "") return false
  return known === called || known.startsWith(`${called} `) || called.startsWith(`${known} `)
}

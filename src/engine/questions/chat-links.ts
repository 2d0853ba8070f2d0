import type { ReadMessage } from "../read-message.ts"
import type { AskedQuestion } from "./asked-question.ts"
import type { QuestionAbove, ReplyLink } from "./reply-links.ts"
import { isSubstance, replyVerdict, typeFit } from "./reply-verdict.ts"
import { isSameAuthor } from "./same-author.ts"
import { overlapOf, tellingWords } from "./telling-words.ts"

/**
 * What a short turn in a chat answers: the questions asked shortly before it by somebody else.
 *
 * The nearer the better; a name called in the turn or in the question decides between several.
 */
export function chatLinks(read: ReadMessage, above: readonly QuestionAbove[]): readonly ReplyLink[] {
  const sentences = read.sentences.map((sentence) => sentence.text)
  const text = sentences.find(isSubstance)
  if (text === undefined) return []
  const links: ReplyLink[] = []
  let between = 0
  let newer = 0
  let ownTurns = 0
  for (const entry of above) {
    if (isSameAuthor(entry.message.author, read.message.author)) {
      ownTurns++
      continue
    }
    for (const question of entry.question.asked.toReversed()) {
      const near = 0.62 - 0.07 * between - 0.12 * newer - 0.06 * ownTurns
      const score = near + callScore(read, { entry, question }) + fitOf(question, sentences)
      const verdict = replyVerdict(sentences, question.text)
      if (verdict !== "nothing")
        links.push({ questionId: question.id, asked: question.messageId, does: verdict, score, text })
      if (question.weight >= 0.4) newer++
    }
    if (entry.question.asked.length === 0) between++
  }
  return links.filter((link) => link.score > LEAST)
}

// Turns that suit a question less than this are not worth keeping.
const LEAST = 0.2

function fitOf(question: AskedQuestion, sentences: readonly string[]): number {
  const all = sentences.join(" ")
  return 0.35 * overlapOf(question.words, tellingWords(all)) + 0.15 * typeFit(sentences[0] ?? "", question)
}

function callScore(
  read: ReadMessage,
  { entry, question }: { readonly entry: QuestionAbove; readonly question: AskedQuestion },
): number {
  let score = 0
  const { author, mentions } = read.message
  if (mentions.some((mentioned) => isSameAuthor(mentioned, entry.message.author))) score += 0.2
  else if (mentions.length > 0) score -= 0.3
  if (question.names.length > 0) score += question.names.some((name) => isCalled(name, author.name)) ? 0.15 : -0.2
  return score
}

function isCalled(name: string, author: string | undefined): boolean {
  const [called, known] = [name.toLowerCase(), (author ?? "").toLowerCase()]
  return known !== "" && (known === called || known.startsWith(`${called} `) || called.startsWith(`${known} `))
}

import type { Message } from "../model/message.ts"
import type { CommitmentFacts } from "./commitments/commitment-facts.ts"
import { commitmentFacts } from "./commitments/commitment-facts.ts"
import type { MadeDecision } from "./decisions/decision-facts.ts"
import { decisionFacts } from "./decisions/decision-facts.ts"
import type { LanguageCounts } from "./language/detect-language.ts"
import { countLanguages, isJudged, languageOf } from "./language/detect-language.ts"
import { isEnglishSentence, isForeignSentence } from "./language/foreign-sentences.ts"
import type { QuestionFacts } from "./questions/question-facts.ts"
import { questionFacts } from "./questions/question-facts.ts"
import type { OwnSentence, ReadMessage } from "./read-message.ts"
import { readMessage } from "./read-message.ts"
import type { StanceFacts } from "./stances/stance-facts.ts"
import { stanceFacts } from "./stances/stance-facts.ts"

/** All that is known of one message from itself and its ancestors. Nothing that comes later changes it. */
export interface MessageFacts extends ReadMessage {
  readonly parent: MessageFacts | undefined
  /** In a chat, what was said just before, whomever it answers; undefined in mail. */
  readonly previous: MessageFacts | undefined
  readonly stance: StanceFacts
  readonly question: QuestionFacts
  readonly decisions: readonly MadeDecision[]
  readonly commitment: CommitmentFacts
  readonly languages: LanguageCounts
  /** BCP 47; undefined where too little is said to tell. */
  readonly language: string | undefined
  /** How many of its sentences are in a language that is not judged. */
  readonly foreignSentences: number
}

/** Reads one message and draws from it all that the parts of a summary are told from. */
export function messageFacts(
  message: Message,
  { parent, previous }: Pick<MessageFacts, "parent" | "previous">,
): MessageFacts {
  const read = readMessage(message, parent)
  const languages = countLanguages(read.sentences)
  const foreign = read.sentences.filter(isForeignSentence)
  const language = languageIn(read, { languages, foreign })
  // Written out: put together from another object it would take several times as long.
  return {
    message,
    lines: read.lines,
    sentences: read.sentences,
    ownText: read.ownText,
    root: read.root,
    level: read.level,
    parent,
    previous,
    stance: stanceFacts(read, { parent, previous }, isJudged(language)),
    question: questionFacts(read, { parent, previous }),
    decisions: decisionFacts(read),
    commitment: commitmentFacts(read),
    languages,
    language,
    foreignSentences: foreign.length,
  }
}

/** A mail in two languages is judged by what it says in the one that is: the other has its own count. */
function languageIn(
  { sentences }: ReadMessage,
  { languages, foreign }: { readonly languages: LanguageCounts; readonly foreign: readonly OwnSentence[] },
): string | undefined {
  const language = languageOf(languages)
  if (isJudged(language) || foreign.length === 0) return language
  const english = sentences.filter((sentence) => isEnglishSentence(sentence) && !foreign.includes(sentence))
  return english.length >= foreign.length ? "en" : language
}

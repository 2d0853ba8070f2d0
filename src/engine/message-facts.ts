import type { Message } from "../model/message.ts"
import type { CommitmentFacts } from "./commitments/commitment-facts.ts"
import { commitmentFacts, NO_COMMITMENT } from "./commitments/commitment-facts.ts"
import type { MadeDecision } from "./decisions/decision-facts.ts"
import { decisionFacts } from "./decisions/decision-facts.ts"
import type { LanguageCounts } from "./language/detect-language.ts"
import { countLanguages, isJudged, languageOf } from "./language/detect-language.ts"
import { isEnglishSentence, isForeignSentence } from "./language/foreign-sentences.ts"
import type { QuestionFacts } from "./questions/question-facts.ts"
import { NO_QUESTIONS, tellQuestions } from "./questions/question-facts.ts"
import type { OwnSentence, ReadMessage } from "./read-message.ts"
import { readMessages } from "./read-message.ts"
import type { StanceFacts } from "./stances/stance-facts.ts"
import { NO_STANCE, tellStances } from "./stances/stance-facts.ts"

/** All that is known of one message from itself and its ancestors. Nothing that comes later changes it. */
export interface MessageFacts extends ReadMessage {
  readonly root: MessageFacts | undefined
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

/** Facts that the steps of `tellFacts` fill in one after the other. */
export type BeingTold = { -readonly [Key in keyof MessageFacts]: MessageFacts[Key] }

/** A message of which nothing is told yet. */
export function untold(message: Message, { parent, previous }: Pick<MessageFacts, "parent" | "previous">): BeingTold {
  return {
    message,
    lines: [],
    sentences: [],
    ownText: "",
    root: parent === undefined ? undefined : (parent.root ?? parent),
    level: parent === undefined ? 0 : parent.level + 1,
    parent,
    previous,
    stance: NO_STANCE,
    question: NO_QUESTIONS,
    decisions: [],
    commitment: NO_COMMITMENT,
    languages: {},
    language: undefined,
    foreignSentences: 0,
  }
}

/**
 * Reads messages, each after those that it answers, and draws from them all that the parts of a summary are told from.
 *
 * All go through one step before any goes through the next: the code of a step is large, and to fetch it anew for every
 * message would take as long as to run it.
 */
export function tellFacts(told: readonly BeingTold[]): void {
  readMessages(told)
  for (const facts of told) tellLanguage(facts)
  tellQuestions(told)
  for (const facts of told) facts.decisions = decisionFacts(facts)
  tellStances(told)
  for (const facts of told) facts.commitment = commitmentFacts(facts)
}

function tellLanguage(facts: BeingTold): void {
  const foreign = facts.sentences.filter(isForeignSentence)
  facts.languages = countLanguages(facts.sentences)
  facts.language = languageIn(facts, { languages: facts.languages, foreign })
  facts.foreignSentences = foreign.length
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

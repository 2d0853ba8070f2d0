import type { ReadMessage } from "../read-message.ts"
import type { AskedQuestion } from "./asked-question.ts"
import { chatLinks } from "./links/chat-links.ts"
import type { Favours } from "./favours/favour-links.ts"
import { favourLinks, ownFavours } from "./favours/favour-links.ts"
import { findAsked } from "./asked/find-asked.ts"
import { mailLinks } from "./links/mail-links.ts"
import { ownLinks } from "./links/own-links.ts"
import type { QuestionAbove, ReplyLink } from "./links/reply-links.ts"
import { isPing } from "./links/retractions.ts"
import { isSamePerson } from "../people/same-person.ts"

/** What one message asks and answers, known from the message and its ancestors. */
export interface QuestionFacts extends Favours {
  readonly asked: readonly AskedQuestion[]
  /** What it does to the questions of the messages above it. */
  readonly links: readonly ReplyLink[]
  /** Words that remind in reply to the author's own mail, where nothing was asked in it or above. */
  readonly reminder: string | undefined
}

/** Of a message that asks and answers nothing, or that is not read yet. */
export const NO_QUESTIONS: QuestionFacts = {
  asked: [],
  links: [],
  favours: [],
  agreement: undefined,
  reminder: undefined,
}

// Answers come soon, as a rule in a direct reply.
// In a chat the turns of a few minutes count; so many are plenty of either.
const MAX_ABOVE = 24

/** A message of which it is still to be told what it asks and answers. */
interface BeingAsked extends ReadMessage, QuestionAbove {
  readonly parent: BeingAsked | undefined
  readonly previous: QuestionAbove | undefined
  question: QuestionFacts
}

/** Tells it of messages, each after those that it answers: all go through one step before any goes through the next. */
export function tellQuestions(messages: readonly BeingAsked[]): void {
  const found = messages.map(findAsked)
  for (const [at, message] of messages.entries()) message.question = answering(message, found[at] ?? [])
  for (const message of messages) message.question = favouring(message, message.question)
}

/** What it asks, and what it does to the questions above it. */
function answering(read: BeingAsked, found: readonly AskedQuestion[]): QuestionFacts {
  const above = questionsAbove(read)
  const replies = read.message.medium === "chat" ? chatLinks(read, above) : mailLinks(read, above)
  const links = [...replies, ...ownLinks(read, above)]
  // A reminder asks nothing new: it dates the wait for what it reminds of.
  const reminds = links.some(({ does }) => does === "pings")
  const asked = reminds ? found.filter(({ text }) => !isPing(text)) : found
  const reminder = reminds ? undefined : reminderIn(read)
  return { asked, links, favours: NO_QUESTIONS.favours, agreement: undefined, reminder }
}

function favouring(read: BeingAsked, { asked, links, reminder }: QuestionFacts): QuestionFacts {
  const { favours, agreement } = favourLinks(read, { above: questionsAbove(read), links })
  return { asked, links, favours: [...favours, ...ownFavours(read, asked)], agreement, reminder }
}

function questionsAbove({ message, parent, previous }: BeingAsked): readonly QuestionAbove[] {
  const isChat = message.medium === "chat"
  const above: QuestionAbove[] = []
  let next: QuestionAbove | undefined = isChat ? previous : parent
  while (next !== undefined && above.length < MAX_ABOVE) {
    above.push(next)
    next = isChat ? next.previous : next.parent
  }
  return above
}

function reminderIn({ message, parent, sentences }: ReadMessage): string | undefined {
  if (parent === undefined || !isSamePerson(parent.message.author, message.author)) return undefined
  return sentences.find(({ text }) => isPing(text))?.text
}

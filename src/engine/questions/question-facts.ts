import type { ReadMessage } from "../read-message.ts"
import type { AskedQuestion } from "./asked-question.ts"
import { chatLinks } from "./chat-links.ts"
import type { Favours } from "./favour-links.ts"
import { favourLinks, ownFavours } from "./favour-links.ts"
import { findAsked } from "./find-asked.ts"
import { mailLinks } from "./mail-links.ts"
import { ownLinks } from "./own-links.ts"
import type { QuestionAbove, ReplyLink } from "./reply-links.ts"
import { isPing } from "./retractions.ts"
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

export function questionFacts(
  read: ReadMessage,
  { parent, previous }: { readonly parent: QuestionAbove | undefined; readonly previous: QuestionAbove | undefined },
): QuestionFacts {
  const isChat = read.message.medium === "chat"
  const above: QuestionAbove[] = []
  let next = isChat ? previous : parent
  while (next !== undefined && above.length < MAX_ABOVE) {
    above.push(next)
    next = isChat ? next.previous : next.parent
  }
  const replies = isChat ? chatLinks(read, above) : mailLinks(read, above)
  const links = [...replies, ...ownLinks(read, above)]
  // A reminder asks nothing new: it dates the wait for what it reminds of.
  const reminds = links.some(({ does }) => does === "pings")
  const asked = findAsked(read).filter(({ text }) => !(reminds && isPing(text)))
  const reminder = reminds ? undefined : reminderIn(read)
  const { favours, agreement } = favourLinks(read, { above, links })
  return { asked, links, favours: [...favours, ...ownFavours(read, asked)], agreement, reminder }
}

function reminderIn({ message, parent, sentences }: ReadMessage): string | undefined {
  if (parent === undefined || !isSamePerson(parent.message.author, message.author)) return undefined
  return sentences.find(({ text }) => isPing(text))?.text
}

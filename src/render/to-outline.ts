import type { Outline, OutlineReference } from "../model/outline.ts"
import type { Summary } from "../model/summary.ts"
import { answeredSection } from "./sections/answered-section.ts"
import { choiceSection } from "./sections/choice-section.ts"
import { coverageSection } from "./sections/coverage-section.ts"
import { openSection } from "./sections/open-section.ts"
import { commitmentSection, decisionSection, trailerSection } from "./sections/outcome-sections.ts"
import type { OutlineContext } from "./sections/outline-context.ts"
import { createOutlineContext } from "./sections/outline-context.ts"
import { stanceSection } from "./sections/stance-section.ts"

/**
 * A summary laid out: what is open and whose turn it is, choices, who stands where, decisions, what was read.
 *
 * Every line that says something of somebody ends with a reference to the message that holds it.
 */
export function toOutline(summary: Summary): Outline {
  const context = createOutlineContext(summary)
  const { permalink } = summary.thread
  return {
    title: titleOf(context),
    ...(permalink === undefined ? {} : { permalink }),
    headline: [{ kind: "text", text: summary.state.text }],
    sections: [
      openSection(context),
      ...choiceSection(context),
      ...stanceSection(context),
      ...decisionSection(context),
      ...commitmentSection(context),
      ...trailerSection(context),
      ...answeredSection(context),
      coverageSection(context),
    ],
    references: references(context),
  }
}

/** Chat threads have no subject: whoever began them is what people know them by. */
function titleOf({ summary, nameById }: OutlineContext): string {
  const subject = summary.thread.subject.replace(REPLIES, "")
  if (subject !== "") return subject
  const starter = summary.messages[0]?.author
  return starter === undefined ? "A thread" : `Thread begun by ${nameById.get(starter) ?? starter}`
}

// "Re:RE: Lamps": of a thread that somebody answered into.
const REPLIES = /^(?:\s*(?:re|aw|sv|antw|fwd?|wg)(?:\[\d+\])?\s*:){1,9}\s*/iu

function references({ summary, nameById }: OutlineContext): readonly OutlineReference[] {
  return summary.messages.map((message, index) => ({
    text: `[${index + 1}]`,
    author: nameById.get(message.author) ?? message.author,
    messageId: message.id,
    ...(message.sentAt === undefined ? {} : { sentAt: message.sentAt }),
    ...(message.permalink === undefined ? {} : { permalink: message.permalink }),
  }))
}

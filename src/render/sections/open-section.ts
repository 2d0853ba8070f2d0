import type { OutlineLine, OutlineSection, Span } from "../../model/outline.ts"
import type { Question, Waiting } from "../../model/summary.ts"
import type { OutlineContext } from "./outline-context.ts"
import { excerptSpan, labelSpan, nameSpan, nameSpans, referenceSpan, textSpan, traceSpans } from "./outline-context.ts"
import { openQuestionsInOrder } from "../questions-in-order.ts"

/** What is still asked, and whose turn it is. It is never left out: that nothing is open is news too. */
export function openSection(context: OutlineContext): OutlineSection {
  const open = openQuestionsInOrder(context.summary)
  if (open.length === 0) return { kind: "open", title: "Still open", lines: [nothingOpen(context)] }
  // One question says by itself whose turn it is.
  const waiting = open.length === 1 ? [] : context.summary.waiting
  return {
    kind: "open",
    title: `Still open (${open.length})`,
    lines: [
      ...open.map((question, index) => openLine(context, question, index + 1)),
      ...waiting.flatMap((entry) => waitingLine(context, entry)),
    ],
  }
}

/** Only a thread that was read to the last word lets anybody say that nothing is open. */
function nothingOpen({ summary }: OutlineContext): OutlineLine {
  const text = summary.coverage.complete
    ? "No open questions found"
    : "No open question was found, but not everything could be read or judged"
  return { indent: 0, spans: [textSpan(text)] }
}

function openLine(context: OutlineContext, question: Question, number: number): OutlineLine {
  const askedOf: readonly Span[] =
    question.addressedTo.length === 0 ? [] : [textSpan(" "), ...nameSpans(context, question.addressedTo)]
  return {
    indent: 0,
    about: { questionId: question.id },
    spans: [
      textSpan(`${number}. `),
      nameSpan(context, question.askedBy),
      textSpan(" asks"),
      ...askedOf,
      textSpan(": "),
      excerptSpan(question.statement),
      ...traceSpans(context, question.statement.messageId),
    ],
  }
}

function waitingLine(context: OutlineContext, waiting: Waiting): readonly OutlineLine[] {
  const asked = context.summary.questions.filter(({ id }) => waiting.questionIds.includes(id))
  if (asked.length === 0) return []
  const since: readonly Span[] =
    waiting.since === undefined ? [] : [textSpan(", asked "), { kind: "time", at: waiting.since, relative: true }]
  const messageIds = [...new Set(asked.map(({ statement }) => statement.messageId))]
  return [
    {
      indent: 0,
      about: { participant: waiting.on },
      spans: [
        labelSpan("next"),
        textSpan(": "),
        nameSpan(context, waiting.on),
        ...since,
        ...messageIds.flatMap((id) => [textSpan(" "), referenceSpan(context, id)]),
      ],
    },
  ]
}

import type { OutlineLine, OutlineSection, Span } from "../../model/outline.ts"
import type { Question } from "../../model/summary.ts"
import type { OutlineContext } from "./outline-context.ts"
import { excerptSpan, labelSpan, nameSpan, textSpan, traceSpans } from "./outline-context.ts"
import { settledQuestionsInOrder } from "../questions-in-order.ts"

/** Questions that are settled, each with the words that settled it. */
export function answeredSection(context: OutlineContext): readonly OutlineSection[] {
  const settled = settledQuestionsInOrder(context.summary)
  if (settled.length === 0) return []
  const lines = settled.flatMap((question) => [questionLine(context, question), ...answerLines(context, question)])
  return [{ kind: "answered", title: `Settled (${settled.length})`, lines }]
}

function questionLine(context: OutlineContext, question: Question): OutlineLine {
  const isAnswered = question.status === "answered"
  return {
    indent: 0,
    about: { questionId: question.id },
    spans: [
      nameSpan(context, question.askedBy),
      textSpan(": "),
      excerptSpan(question.statement, { isOvertaken: !isAnswered }),
      ...howSettled(question),
      ...traceSpans(context, question.statement.messageId),
    ],
  }
}

/**
 * That somebody else said so is no more than their word, and shown as such; so is it said where a reaction answered, or
 * replies that speak of other things, and no words can be shown.
 */
function howSettled({ status, ruledBy, answers }: Question): readonly Span[] {
  if (ruledBy === undefined && status === "answered")
    return answers.length > 0 ? [] : [textSpan(" "), labelSpan("not in so many words")]
  if (ruledBy === undefined) return [textSpan(" "), labelSpan(status)]
  const what = status === "answered" ? "answered" : "no question"
  return [textSpan(" "), labelSpan("disputed"), textSpan(`: ${what}, says ${ruledBy}`)]
}

/** The last answer is the one that stands; earlier ones are in the JSON. */
function answerLines(context: OutlineContext, question: Question): readonly OutlineLine[] {
  const answer = question.answers.at(-1)
  if (answer === undefined) return []
  return [
    {
      indent: 1,
      about: { questionId: question.id },
      spans: [
        nameSpan(context, answer.by),
        textSpan(": "),
        excerptSpan(answer.statement),
        ...traceSpans(context, answer.statement.messageId),
      ],
    },
  ]
}

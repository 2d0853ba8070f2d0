import type { OutlineLine, OutlineSection } from "../../model/outline.ts"
import type { Choice, Favour } from "../../model/summary.ts"
import type { OutlineContext } from "./outline-context.ts"
import { excerptSpan, labelSpan, nameSpan, nameSpans, referenceSpan, textSpan, traceSpans } from "./outline-context.ts"

/** What stands to choose, and who favours what: options by people. */
export function choiceSection(context: OutlineContext): readonly OutlineSection[] {
  const lines = context.summary.choices.flatMap((choice) => choiceLines(context, choice))
  return lines.length === 0 ? [] : [{ kind: "choices", title: "Choices", lines }]
}

function choiceLines(context: OutlineContext, choice: Choice): readonly OutlineLine[] {
  const question = context.summary.questions.find(({ id }) => id === choice.questionId)
  if (question === undefined) return []
  const about = { questionId: choice.questionId }
  const { messageId } = question.statement
  const head: OutlineLine = {
    indent: 0,
    about,
    spans: [
      ...choice.options.flatMap((option, index) => [...(index === 0 ? [] : [textSpan(" or ")]), labelSpan(option)]),
      textSpan(", asked by "),
      nameSpan(context, question.askedBy),
      ...traceSpans(context, messageId),
    ],
  }
  const grid = choice.options.flatMap((option) => optionLines(context, choice, option))
  const silent = choice.silent ?? []
  if (silent.length === 0) return [head, ...grid]
  const last: OutlineLine = {
    indent: 1,
    about,
    spans: [
      textSpan("for none so far: "),
      ...nameSpans(context, silent),
      textSpan(" "),
      referenceSpan(context, messageId),
    ],
  }
  return [head, ...grid, last]
}

function optionLines(context: OutlineContext, choice: Choice, option: string): readonly OutlineLine[] {
  return choice.favours
    .filter((favour) => favour.option === option)
    .map((favour) => favourLine(context, choice, favour))
}

function favourLine(context: OutlineContext, choice: Choice, favour: Favour): OutlineLine {
  return {
    indent: 1,
    about: { questionId: choice.questionId },
    spans: [
      nameSpan(context, favour.participant),
      textSpan(" for "),
      labelSpan(favour.option),
      textSpan(favour.movedFrom === undefined ? ": " : ` (before for ${favour.movedFrom}): `),
      excerptSpan(favour.statement),
      ...traceSpans(context, favour.statement.messageId),
    ],
  }
}

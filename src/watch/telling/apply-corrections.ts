import { restate } from "../../engine/state/restate.ts"
import type { Answer, Participant, Question, Summary } from "../../model/summary.ts"
import type { Correction } from "../../store/correction.ts"

/**
 * A summary as people have set it right. It is applied to every new summary anew, by message and words, so that
 * what somebody corrected stays corrected however often the thread is read again. Whose turn it is and the line on
 * where the thread is follow from what was set right.
 */
export function applyCorrections(summary: Summary, corrections: readonly Correction[]): Summary {
  const standing = corrections.filter((correction) => correction.undoneAt === undefined)
  return standing.length === 0 ? summary : restate(summary, standing.reduce(applyOne, summary))
}

function applyOne(summary: Summary, correction: Correction): Summary {
  const { content } = correction
  switch (content.kind) {
    case "not-a-question":
      return withoutQuestion(summary, { ...content, ruledBy: rulerOf(correction) })
    case "answered":
      return withAnswer(summary, { ...content, ruledBy: rulerOf(correction) })
    case "stance-confirmed":
    case "stance-withdrawn":
      return {
        ...summary,
        participants: summary.participants.map((participant) =>
          participant.addresses.includes(content.address) &&
          participant.stance?.statement.messageId === content.messageId
            ? ruleStance(participant, content.kind === "stance-confirmed")
            : participant,
        ),
      }
  }
}

/** Whoever asked may say what becomes of the question; anybody else's word is shown as theirs. */
function rulerOf({ content, byName }: Correction): string | undefined {
  return "isAskers" in content && content.isAskers === true ? undefined : byName
}

interface Named {
  readonly messageId: string
  readonly text: string
  readonly ruledBy: string | undefined
}

function isNamed(question: Question, { messageId, text }: Named): boolean {
  return question.statement.messageId === messageId && question.statement.text === text
}

function withoutQuestion(summary: Summary, named: Named): Summary {
  const { ruledBy } = named
  const gone = new Set(
    summary.questions
      .filter((question) => isNamed(question, named) && (ruledBy === undefined || question.status === "open"))
      .map((question) => question.id),
  )
  const questions =
    ruledBy === undefined
      ? summary.questions.filter((question) => !gone.has(question.id))
      : summary.questions.map((question): Question =>
          gone.has(question.id) ? { ...question, status: "withdrawn", ruledBy } : question,
        )
  return { ...summary, questions, choices: summary.choices.filter((choice) => !gone.has(choice.questionId)) }
}

function withAnswer(summary: Summary, named: Named & { readonly answer?: Answer | undefined }): Summary {
  const { answer, ruledBy } = named
  const questions = summary.questions.map((question): Question => {
    if (!isNamed(question, named) || question.status !== "open") return question
    return {
      ...question,
      status: "answered",
      answers: answer === undefined ? question.answers : [...question.answers, answer],
      ...(ruledBy !== undefined && { ruledBy }),
    }
  })
  return { ...summary, questions }
}

function ruleStance(participant: Participant, isTheirs: boolean): Participant {
  const { stance, ...rest } = participant
  if (stance === undefined) return participant
  if (isTheirs) return { ...rest, stance: { ...stance, basis: "explicit" } }
  return { ...rest, earlierStances: [...participant.earlierStances, stance] }
}

import type { Answer, Participant, Question, Summary } from "../model/summary.ts"
import type { Correction } from "../store/correction.ts"

/**
 * A summary as people have set it right. It is applied to every new summary anew, by message and words, so that
 * what somebody corrected stays corrected however often the thread is read again.
 */
export function applyCorrections(summary: Summary, corrections: readonly Correction[]): Summary {
  return corrections.filter((correction) => correction.undoneAt === undefined).reduce(applyOne, summary)
}

function applyOne(summary: Summary, { content }: Correction): Summary {
  switch (content.kind) {
    case "not-a-question":
      return withoutQuestion(summary, content)
    case "answered":
      return withAnswer(summary, content)
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

interface Named {
  readonly messageId: string
  readonly text: string
}

function isNamed(question: Question, { messageId, text }: Named): boolean {
  return question.statement.messageId === messageId && question.statement.text === text
}

function withoutQuestion(summary: Summary, named: Named): Summary {
  const gone = new Set(summary.questions.filter((question) => isNamed(question, named)).map((question) => question.id))
  return settle(
    {
      ...summary,
      questions: summary.questions.filter((question) => !gone.has(question.id)),
      choices: summary.choices.filter((choice) => !gone.has(choice.questionId)),
    },
    gone,
  )
}

function withAnswer(summary: Summary, named: Named & { readonly answer?: Answer | undefined }): Summary {
  const { answer } = named
  const settled = new Set<string>()
  const questions = summary.questions.map((question): Question => {
    if (!isNamed(question, named) || question.status !== "open") return question
    settled.add(question.id)
    return {
      ...question,
      status: "answered",
      answers: answer === undefined ? question.answers : [...question.answers, answer],
    }
  })
  return settle({ ...summary, questions }, settled)
}

// Nobody is waited for on account of a question that is none, or is settled.
function settle(summary: Summary, settled: ReadonlySet<string>): Summary {
  const waiting = summary.waiting
    .map((wait) => ({ ...wait, questionIds: wait.questionIds.filter((id) => !settled.has(id)) }))
    .filter((wait, index) => wait.questionIds.length > 0 || summary.waiting[index]?.questionIds.length === 0)
  return { ...summary, waiting }
}

function ruleStance(participant: Participant, isTheirs: boolean): Participant {
  const { stance, ...rest } = participant
  if (stance === undefined) return participant
  if (isTheirs) return { ...rest, stance: { ...stance, basis: "explicit" } }
  return { ...rest, earlierStances: [...participant.earlierStances, stance] }
}

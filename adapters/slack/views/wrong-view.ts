import { z } from "zod"
import type { Card } from "../../../src/index.ts"
import { section } from "../blocks.ts"
import { plainText, spansToText } from "../card/mrkdwn.ts"
import type { View } from "../slack-client.ts"

/** "This is wrong…": what of a card is not so, as words of the commands that set it right. */
export const WRONG_VIEW = "this-is-wrong"

// Slack's limits: 100 options of 75 characters, private metadata of 3,000.
const MAX_QUESTIONS = 90
const MAX_OPTION_LENGTH = 75

const Asked = z.object({ source: z.string(), channel: z.string(), thread: z.string().optional() })
export type WrongIn = z.infer<typeof Asked>

const Submitted = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    private_metadata: z.string(),
    state: z.object({
      values: z.object({
        what: z.object({ what: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) }),
        question: z
          .object({ question: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) })
          .optional(),
      }),
    }),
  }),
})

const ABOUT_QUESTION: ReadonlySet<string> = new Set(["answered", "not-a-question"])

export function wrongView({ outline }: Card, where: WrongIn): View {
  const all = questionsOf(outline)
  const questions = all.slice(0, MAX_QUESTIONS)
  const what = [
    ...(questions.length === 0
      ? []
      : [option("answered", "A question is answered"), option("not-a-question", "A sentence is no question")]),
    option("no longer", "What is shown for me is no longer my stance"),
    option("that is my stance", "What is shown for me is right"),
    option("undo", "Take the last correction back"),
  ]
  return {
    type: "modal",
    callback_id: WRONG_VIEW,
    private_metadata: JSON.stringify(where),
    title: { type: "plain_text", text: "This is wrong", emoji: false },
    submit: { type: "plain_text", text: "Set it right", emoji: false },
    close: { type: "plain_text", text: "Cancel", emoji: false },
    blocks: [
      section("Corrections are kept with your name, and each can be undone. Only you can speak of your own stance."),
      {
        type: "input",
        block_id: "what",
        label: { type: "plain_text", text: "What is so", emoji: false },
        element: { type: "radio_buttons", action_id: "what", options: what },
      },
      ...(questions.length === 0
        ? []
        : [
            {
              type: "input" as const,
              block_id: "question",
              optional: true,
              label: { type: "plain_text" as const, text: "Which question", emoji: false },
              ...(all.length > questions.length ? { hint: hintFor(all.length) } : {}),
              element: { type: "static_select" as const, action_id: "question", options: questions },
            },
          ]),
    ],
  }
}

export type Correction =
  | { readonly kind: "words"; readonly words: string; readonly userId: string; readonly where: WrongIn }
  | { readonly kind: "errors"; readonly errors: Record<string, string> }

export function readWrongView(payload: unknown): Correction {
  const submitted = Submitted.safeParse(payload)
  const where = submitted.success ? parseWhere(submitted.data.view.private_metadata) : undefined
  if (!submitted.success || where === undefined)
    return { kind: "errors", errors: { what: "Slack sent this form back incomplete" } }
  const { user, view } = submitted.data
  const what = view.state.values.what.what.selected_option?.value
  const question = view.state.values.question?.question.selected_option?.value
  if (what === undefined) return { kind: "errors", errors: { what: "Choose one" } }
  if (ABOUT_QUESTION.has(what) && question === undefined)
    return { kind: "errors", errors: { question: "Choose the question that you mean" } }
  const about = ABOUT_QUESTION.has(what) ? [question] : []
  return { kind: "words", words: [what, ...about, "in", where.source].join(" "), userId: user.id, where }
}

function parseWhere(text: string): WrongIn | undefined {
  try {
    return Asked.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function questionsOf({ sections }: Card["outline"]): ReturnType<typeof option>[] {
  const labelById = new Map<string, string>()
  const lines = sections.filter(({ kind }) => kind === "open").flatMap(({ lines }) => lines)
  for (const { about, spans } of lines) {
    if (about !== undefined && "questionId" in about) labelById.set(about.questionId, spansToText(spans))
  }
  return [...labelById].filter(([id]) => id.length <= MAX_OPTION_LENGTH).map(([id, label]) => option(id, label))
}

/** Slack takes no longer list; the words of the commands know every question by its number. */
function hintFor(count: number): { type: "plain_text"; text: string; emoji: false } {
  const text = `The first ${MAX_QUESTIONS} of ${count}. For another, say its number in the thread: answered ${count}`
  return { type: "plain_text", text, emoji: false }
}

function option(value: string, label: string): { value: string; text: ReturnType<typeof plainText> } {
  return { value, text: plainText(label, MAX_OPTION_LENGTH) }
}

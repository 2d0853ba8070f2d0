import type { OutlineLine, OutlineSection, Span } from "../../model/outline.ts"
import type { Commitment, Trailer } from "../../model/summary.ts"
import type { OutlineContext } from "./outline-context.ts"
import { excerptSpan, labelSpan, nameSpan, referenceSpan, textSpan, traceSpans } from "./outline-context.ts"

/** What was decided, latest first: a later decision may replace an earlier one. */
export function decisionSection(context: OutlineContext): readonly OutlineSection[] {
  const lines = context.summary.decisions.toReversed().map(({ by, statement }): OutlineLine => ({
    indent: 0,
    about: { participant: by },
    spans: [nameSpan(context, by), textSpan(": "), excerptSpan(statement), ...traceSpans(context, statement.messageId)],
  }))
  return lines.length === 0 ? [] : [{ kind: "decisions", title: "Decided", lines }]
}

/** What somebody said they will do: what is still to come first. */
export function commitmentSection(context: OutlineContext): readonly OutlineSection[] {
  const { commitments } = context.summary
  const lines = [
    ...commitments.filter(({ done }) => done === undefined),
    ...commitments.filter(({ done }) => done !== undefined),
  ].flatMap((commitment) => commitmentLines(context, commitment))
  return lines.length === 0 ? [] : [{ kind: "commitments", title: "Promised", lines }]
}

function commitmentLines(context: OutlineContext, { by, statement, due, done }: Commitment): readonly OutlineLine[] {
  const dueSpans: readonly Span[] =
    due === undefined ? [] : [textSpan(" due "), { kind: "time", at: due, relative: false }, textSpan(", said")]
  const promise: OutlineLine = {
    indent: 0,
    about: { participant: by },
    spans: [
      nameSpan(context, by),
      textSpan(": "),
      excerptSpan(statement, { isOvertaken: done !== undefined }),
      ...dueSpans,
      ...traceSpans(context, statement.messageId),
    ],
  }
  if (done === undefined) return [promise]
  return [
    promise,
    {
      indent: 1,
      about: { participant: by },
      spans: [labelSpan("done"), textSpan(" "), excerptSpan(done), ...traceSpans(context, done.messageId)],
    },
  ]
}

/** One line a token, with everybody who gave it: refusals first. */
export function trailerSection(context: OutlineContext): readonly OutlineSection[] {
  const tokens = [...new Set(context.summary.trailers.map(({ token }) => token))].toSorted(
    (left, right) => Number(isRefusal(right)) - Number(isRefusal(left)),
  )
  const lines = tokens.map((token) =>
    trailerLine(
      context,
      token,
      context.summary.trailers.filter((trailer) => trailer.token === token),
    ),
  )
  return lines.length === 0 ? [] : [{ kind: "trailers", title: "Trailers", lines }]
}

function isRefusal(token: string): boolean {
  return token.toLowerCase().startsWith("nack")
}

function trailerLine(context: OutlineContext, token: string, trailers: readonly Trailer[]): OutlineLine {
  return {
    indent: 0,
    spans: [
      labelSpan(token),
      textSpan(" "),
      ...trailers.flatMap(({ by, statement }, index) => [
        ...(index === 0 ? [] : [textSpan(", ")]),
        nameSpan(context, by),
        textSpan(" "),
        referenceSpan(context, statement.messageId),
      ]),
    ],
  }
}

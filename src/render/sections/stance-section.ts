import type { OutlineLine, OutlineSection, Span } from "../../model/outline.ts"
import type { Participant, Stance } from "../../model/summary.ts"
import type { OutlineContext } from "./outline-context.ts"
import { POSITION_WORDS, positionWord } from "../words/position-words.ts"
import { excerptSpan, labelSpan, nameSpan, referenceSpan, textSpan, traceSpans } from "./outline-context.ts"

const POSITION_ORDER: readonly string[] = Object.keys(POSITION_WORDS)

/** Whoever changed their mind more often than this is told of in full by `--format json`. */
const MAX_EARLIER_STANCES = 2

/** From here on those who gave a trailer and no more stand in one line: ten of them would bury the one who objects. */
const MIN_TRAILERS_TOGETHER = 3

/** Who stands where: the latest stance of everybody who took one, under it what it overtook. */
export function stanceSection(context: OutlineContext): readonly OutlineSection[] {
  const holders = context.summary.participants.filter(hasStance).toSorted(byWeight)
  if (holders.length === 0) return []
  const byTrailer = holders.filter((holder) => isTrailerAlone(context, holder))
  const isShort = byTrailer.length >= MIN_TRAILERS_TOGETHER
  const lines = holders
    .filter((holder) => !isShort || !byTrailer.includes(holder))
    .flatMap((holder) => [latestLine(context, holder), ...earlierLines(context, holder)])
  const together = isShort ? [trailersLine(context, byTrailer)] : []
  return [{ kind: "stances", title: "Who stands where", lines: [...lines, ...together] }]
}

/** Somebody who said `Acked-by` and nothing else: their words are the trailer, which its own section shows. */
function isTrailerAlone({ summary }: OutlineContext, { id, stance, earlierStances }: Holder): boolean {
  if (stance.position !== "supports" || earlierStances.length > 0) return false
  return summary.trailers.some(
    ({ by, statement }) =>
      by === id && statement.messageId === stance.statement.messageId && statement.text === stance.statement.text,
  )
}

function trailersLine(context: OutlineContext, holders: readonly Holder[]): OutlineLine {
  const spans = holders.flatMap((holder, index): readonly Span[] => [
    ...(index === 0 ? [] : [textSpan(", ")]),
    nameSpan(context, holder.id),
    textSpan(" "),
    referenceSpan(context, holder.stance.statement.messageId),
  ])
  return { indent: 0, spans: [labelSpan("supports"), textSpan(" by trailer: "), ...spans] }
}

type Holder = Participant & { readonly stance: Stance }

function hasStance(participant: Participant): participant is Holder {
  return participant.stance !== undefined && !participant.isBot
}

/** What stands in the way first; among equals what was said outright, then what was said last. */
function byWeight(left: Holder, right: Holder): number {
  return (
    POSITION_ORDER.indexOf(left.stance.position) - POSITION_ORDER.indexOf(right.stance.position) ||
    Number(left.stance.basis === "inferred") - Number(right.stance.basis === "inferred") ||
    (right.stance.sentAt ?? "").localeCompare(left.stance.sentAt ?? "")
  )
}

function latestLine(context: OutlineContext, holder: Holder): OutlineLine {
  return {
    indent: 0,
    about: { participant: holder.id },
    spans: [
      nameSpan(context, holder.id),
      textSpan(" "),
      ...positionSpans(holder.stance),
      textSpan(": "),
      excerptSpan(holder.stance.statement),
      ...traceSpans(context, holder.stance.statement.messageId),
    ],
  }
}

function earlierLines(context: OutlineContext, holder: Holder): readonly OutlineLine[] {
  return holder.earlierStances
    .slice(-MAX_EARLIER_STANCES)
    .toReversed()
    .map((stance) => ({
      indent: 1,
      about: { participant: holder.id },
      spans: [
        textSpan("before: "),
        ...positionSpans(stance),
        textSpan(" "),
        excerptSpan(stance.statement, { isOvertaken: true }),
        ...traceSpans(context, stance.statement.messageId),
      ],
    }))
}

function positionSpans(stance: Stance): readonly Span[] {
  const label = labelSpan(positionWord(stance))
  return stance.on === undefined ? [label] : [label, textSpan(` (on ${stance.on})`)]
}

import type { MessageId } from "../../model/message.ts"
import type { Span } from "../../model/outline.ts"
import type { Excerpt, ParticipantId, Summary, SummaryMessage } from "../../model/summary.ts"
import { shownName } from "../../model/summary.ts"

/** A summary with what every section looks up in it. */
export interface OutlineContext {
  readonly summary: Summary
  readonly nameById: ReadonlyMap<ParticipantId, string>
  readonly messageById: ReadonlyMap<MessageId, NumberedMessage>
}

interface NumberedMessage {
  /** From 1, in the thread's order: what a reference shows. */
  readonly number: number
  readonly message: SummaryMessage
}

export function createOutlineContext(summary: Summary): OutlineContext {
  return {
    summary,
    nameById: new Map(summary.participants.map((participant) => [participant.id, shownName(participant)])),
    messageById: new Map(summary.messages.map((message, index) => [message.id, { number: index + 1, message }])),
  }
}

export function textSpan(text: string): Span {
  return { kind: "text", text }
}

export function labelSpan(text: string): Span {
  return { kind: "label", text }
}

export function nameSpan(context: OutlineContext, id: ParticipantId): Span {
  return { kind: "name", text: context.nameById.get(id) ?? id }
}

/** Names with commas and a last "and" between them. */
export function nameSpans(context: OutlineContext, ids: readonly ParticipantId[]): readonly Span[] {
  return ids.flatMap((id, index) => {
    const glue = index === 0 ? [] : [textSpan(index === ids.length - 1 ? " and " : ", ")]
    return [...glue, nameSpan(context, id)]
  })
}

export function excerptSpan(excerpt: Excerpt, { isOvertaken = false }: { readonly isOvertaken?: boolean } = {}): Span {
  return {
    kind: "excerpt",
    text: excerpt.text,
    ...(excerpt.permalink === undefined ? {} : { permalink: excerpt.permalink }),
    ...(isOvertaken ? { isOvertaken } : {}),
  }
}

/** How long ago a message was sent and which one it is: the end of every line that says something of somebody. */
export function traceSpans(context: OutlineContext, messageId: MessageId): readonly Span[] {
  const at = context.messageById.get(messageId)?.message.sentAt
  const time: readonly Span[] = at === undefined ? [] : [textSpan(" "), { kind: "time", at, relative: true }]
  return [...time, textSpan(" "), referenceSpan(context, messageId)]
}

export function referenceSpan(context: OutlineContext, messageId: MessageId): Span {
  const found = context.messageById.get(messageId)
  const permalink = found?.message.permalink
  return {
    kind: "reference",
    text: `[${found === undefined ? "?" : found.number}]`,
    ...(permalink === undefined ? {} : { permalink }),
  }
}

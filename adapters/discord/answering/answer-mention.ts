import { ComponentType, MessageFlags } from "discord.js"
import type { Message } from "discord.js"
import { readVeto } from "../../../src/index.ts"
import { drawCard } from "../card/draw-card.ts"
import { fromMention, fromMessage, targetOf } from "../events.ts"
import { toThreadId } from "../ids.ts"
import { send } from "../posts.ts"
import type { Answering } from "./answer-interaction.ts"
import { safeAnswer } from "./answer-interaction.ts"
import { mayBeShared } from "./sharing.ts"
import { toInvitation } from "./send-late.ts"

/** `!nda` said in a thread: it holds from here on for every reader, and the house is told so that it forgets. */
export async function answerVeto(message: Message<true>, parts: Answering): Promise<boolean> {
  const veto = readVeto(message.content)
  if (veto === undefined) return false
  const ask = fromMessage(message, veto === "objects" ? "!nda" : "!nda off")
  await safeAnswer(ask, parts)
  await send(parts.rest, targetOf(ask.place), {
    key: `veto:${message.id}`,
    under: message.id,
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
    components: [{ type: ComponentType.TextDisplay, content: veto === "objects" ? OBJECTED : LIFTED }],
  })
  return true
}

const OBJECTED =
  "Understood: no summaries of this thread as long as you object. `!nda off` takes it back, and so does deleting your message."
const LIFTED = "Thank you: your objection is taken back."

/**
 * A mention cannot be answered privately. The summary of the very thread is shown in it: whoever reads
 * it there may read all of it. Everything else waits behind a button, for the one who presses it.
 */
export async function answerMention(message: Message<true>, self: string, parts: Answering): Promise<void> {
  const ask = fromMention(message, self)
  if (ask === undefined) return
  const here = toThreadId({ channel: message.channelId, window: { kind: "all" } })
  const reply = await safeAnswer(ask, parts)
  const { content } = reply
  const isOfHere = content.kind === "card" && content.threadId === here
  const isOpen =
    content.kind === "card" &&
    (isOfHere || (reply.visibility === "public" && (await mayBeShared(content, ask, parts.rest))))
  const body = isOpen
    ? drawCard(content)
    : {
        components: [
          { type: ComponentType.TextDisplay, content: "The answer is for you alone:" } as const,
          ...toInvitation(ask).components,
        ],
      }
  await send(parts.rest, targetOf(ask.place), {
    key: `mention:${message.id}`,
    under: message.id,
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
    components: body.components,
  })
}

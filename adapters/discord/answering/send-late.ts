import { ButtonStyle, ComponentType, MessageFlags } from "discord.js"
import type { APIMessageTopLevelComponent } from "discord.js"
import type { Ask, Reply } from "../../../src/index.ts"
import { toCustomId } from "../card/custom-id.ts"
import { drawCard } from "../card/draw-card.ts"
import { toTime } from "../card/to-markdown.ts"
import { targetOf } from "../events.ts"
import { send } from "../posts.ts"
import type { DiscordRest } from "../discord-rest.ts"
import { mayBeShared } from "./sharing.ts"

/** What an interaction gives us to answer with: a token for 15 minutes. */
export interface Token {
  readonly interaction: string
  readonly application: string
  readonly token: string
  readonly createdAt: number
}

/**
 * What was asked more than 15 minutes ago can be answered by an ordinary message alone. A private
 * answer is not said aloud: a button brings it to whoever presses, as if they had asked themselves.
 */
export async function sendLate(
  reply: Reply,
  ask: Ask,
  { rest, token }: { readonly rest: DiscordRest; readonly token: Token },
): Promise<void> {
  const asked = toTime(new Date(token.createdAt).toISOString(), true)
  const key = `late:${token.interaction}`
  const isOpen =
    reply.visibility === "public" && reply.content.kind === "card" && (await mayBeShared(reply.content, ask, rest))
  const lead = isOpen
    ? `This took longer than Discord waits for an answer; it was asked for ${asked}.`
    : `The answer to what <@${ask.asker.userId}> asked ${asked} took longer than Discord waits. It is ready now:`
  const body = isOpen && reply.content.kind === "card" ? drawCard(reply.content) : toInvitation(ask)
  await send(rest, targetOf(ask.place), {
    key,
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
    components: [{ type: ComponentType.TextDisplay, content: lead }, ...body.components],
  })
}

/** A button that asks the same again, privately. */
export function toInvitation(ask: Ask): { readonly components: APIMessageTopLevelComponent[] } {
  const here = ask.here?.kind === "id" ? `${ask.here.scheme}:${ask.here.rest}` : ""
  const words = ask.words === "" || ask.words === "summarize" ? `summarize ${here}` : ask.words
  const id = toCustomId({ kind: "ask", words }, undefined)
  if (id === undefined)
    return { components: [{ type: ComponentType.TextDisplay, content: "Ask again: it will be there at once." }] }
  return {
    components: [
      {
        type: ComponentType.ActionRow,
        components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, label: "Show it to me", custom_id: id }],
      },
    ],
  }
}

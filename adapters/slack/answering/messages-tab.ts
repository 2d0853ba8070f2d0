import type { Logger } from "../../../src/index.ts"
import { plainText } from "../card/mrkdwn.ts"
import { toAppError } from "../errors.ts"
import type { Asked } from "../events.ts"
import { SUGGESTED_PROMPTS } from "../setup/manifest.ts"
import type { Workspaces } from "../place/workspaces.ts"

interface TabParts {
  readonly workspaces: Workspaces
  readonly logger: Logger
}

// Slack bounds it nowhere; a line of the list holds about so much.
const MAX_TITLE_LENGTH = 80
const GREETING = "Paste a link to a thread, and I say who stands where and what is still open. Or ask:"

/** Greets whoever opens the Messages tab, with what can be asked. Slack shows it above an empty conversation. */
export async function greet(
  { channel, team }: { readonly channel: string; readonly team: string | undefined },
  parts: TabParts,
): Promise<void> {
  const { clients } = await parts.workspaces.of(team)
  // Given a thread, Slack ignores the prompts of an app with agent_view.
  const prompts = { channel_id: channel, title: GREETING, prompts: SUGGESTED_PROMPTS.map((prompt) => ({ ...prompt })) }
  await orUnadorned(clients.answering.assistant.threads.setSuggestedPrompts(prompts), parts.logger)
}

/** Says under somebody's message that we are at it; Slack takes it away once an answer stands there. */
export async function showStatus(
  { asked, team, status }: { readonly asked: Asked; readonly team: string | undefined; readonly status: string },
  parts: TabParts,
): Promise<void> {
  const { channel, thread } = asked
  if (thread === undefined) return
  const { clients } = await parts.workspaces.of(team)
  const shown = { channel_id: channel, thread_ts: thread, status }
  await orUnadorned(clients.answering.assistant.threads.setStatus(shown), parts.logger)
}

/** Names the conversation in the list of those that somebody had with us, by the thread that they asked about. */
export async function nameThread(
  { asked, team, title }: { readonly asked: Asked; readonly team: string | undefined; readonly title: string },
  parts: TabParts,
): Promise<void> {
  const { channel, thread } = asked
  if (thread === undefined) return
  const { clients } = await parts.workspaces.of(team)
  const named = { channel_id: channel, thread_ts: thread, title: plainText(title, MAX_TITLE_LENGTH).text }
  await orUnadorned(clients.answering.assistant.threads.setTitle(named), parts.logger)
}

/** Workspaces without agents, and apps installed from an older manifest, refuse these calls: answers go out all the same. */
async function orUnadorned(call: Promise<unknown>, logger: Logger): Promise<void> {
  try {
    await call
  } catch (error) {
    logger.debug("Slack's Messages tab stays plain", { code: toAppError(error, "adorn the Messages tab").code })
  }
}

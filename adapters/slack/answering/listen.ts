import type { App } from "@slack/bolt"
import type { Activity, InstallationStore } from "../../../src/index.ts"
import { SAY, SHOW_ALL, THIS_IS_WRONG } from "../blocks.ts"
import type { Drawn } from "../blocks.ts"
import { keyOf, toActivity, toCommand, toMention, toMessageAsk, toPress, toShortcut } from "../events.ts"
import type { Asked } from "../events.ts"
import { teamOf } from "../setup/installations.ts"
import { COMMAND, SHORTCUT } from "../setup/manifest.ts"
import { OPEN_WATCH } from "../views/watch-view.ts"
import { WATCH_VIEW } from "../views/watch-view.ts"
import { WRONG_VIEW } from "../views/wrong-view.ts"
import { answerAsk } from "./answer-ask.ts"
import type { Answering, Heard } from "./answer-ask.ts"
import { greet } from "./messages-tab.ts"
import { createOnce } from "./once.ts"
import { openCorrection, openWatch, openWhole, publishHome, submitCorrection, submitWatch } from "./answer-views.ts"

export interface Listening extends Answering {
  readonly notice: ((activity: Activity) => Promise<void>) | undefined
  /** Keeps hold of work until it is done. */
  readonly track: (work: Promise<void>) => void
  readonly clock: () => Date
  readonly installations: InstallationStore | undefined
}

/** Every way in. Each is acknowledged at once and answered afterwards: Slack waits three seconds. */
export function listen(app: App, parts: Listening): void {
  listenToCommands(app, parts)
  listenToPresses(app, parts)
  listenToForms(app, parts)
  listenToMessages(app, parts)
  listenToInstallations(app, parts)
  // What was thrown here is a bug of ours, or an authorization that Slack took back.
  app.error(async (error) => parts.logger.error("An event of Slack's ended in a failure", { code: error.code }))
}

function listenToCommands(app: App, parts: Listening): void {
  app.command(COMMAND, async ({ ack, command, context, respond }) => {
    await ack()
    const asked = toCommand(command)
    if (asked === undefined) return
    const heard = { asked, team: teamOf(context), respond: toRespond(respond) }
    // The command alone, in a channel, names no thread: the form has pickers for it.
    const isForm = asked.words === "watch"
    parts.track(isForm ? openWatch(heard, command.trigger_id, parts) : answerAsk(heard, parts))
  })
  app.shortcut(SHORTCUT, async ({ ack, shortcut, context, respond }) => {
    await ack()
    const asked = toShortcut(shortcut)
    if (asked !== undefined)
      parts.track(answerAsk({ asked, team: teamOf(context), respond: toRespond(respond) }, parts))
  })
}

function listenToPresses(app: App, parts: Listening): void {
  app.action({ type: "block_actions" }, async ({ ack, action, body, context, respond }) => {
    await ack()
    if (action.type !== "button") return
    const asked = toPress(body, action.value ?? "")
    if (asked === undefined) return
    const heard = { asked, team: teamOf(context), ...(asked.isDirect ? {} : { respond: toRespond(respond) }) }
    const { trigger_id: trigger } = body
    if (action.action_id === SHOW_ALL) parts.track(openWhole(heard, trigger, parts))
    else if (action.action_id === THIS_IS_WRONG) parts.track(openCorrection(heard, trigger, parts))
    else if (action.action_id === OPEN_WATCH) parts.track(openWatch(heard, trigger, parts))
    else if (action.action_id.startsWith(`${SAY}:`)) parts.track(answerPress(heard, parts))
  })
}

/** A button of the Home tab may change what the tab shows. */
async function answerPress(heard: Heard, parts: Listening): Promise<void> {
  await answerAsk(heard, parts)
  const { userId, channel } = heard.asked
  if (channel === "") await publishHome({ userId, team: heard.team }, parts)
}

function listenToForms(app: App, parts: Listening): void {
  app.view(WATCH_VIEW, async ({ ack, body, context }) => {
    const errors = submitWatch(body, teamOf(context), parts)
    await (errors === undefined ? ack() : ack({ response_action: "errors", errors }))
  })
  app.view(WRONG_VIEW, async ({ ack, body, context }) => {
    const errors = submitCorrection(body, teamOf(context), parts)
    await (errors === undefined ? ack() : ack({ response_action: "errors", errors }))
  })
}

function listenToMessages(app: App, parts: Listening): void {
  const once = createOnce(parts.clock)
  const ask = (event: unknown, team: string | undefined, asked: Asked | undefined): void => {
    if (asked === undefined) return
    const key = keyOf(event, { team, kind: "ask" })
    parts.track(once.run(key, () => answerAsk({ asked, team }, parts)).then(() => undefined))
  }
  app.event("app_mention", async ({ event, context }) => {
    ask(event, teamOf(context), toMention(event, context.botUserId ?? ""))
  })
  app.event("message", async ({ event, context }) => {
    const team = teamOf(context)
    ask(event, team, toMessageAsk(event))
    const activity = toActivity(event, { team, selfId: context.botUserId ?? "" })
    if (activity === undefined || parts.notice === undefined) return
    const { notice } = parts
    parts.workspaces.learn(activity.place.channel, team)
    const key = keyOf(event, { team, kind: "activity" })
    parts.track(once.run(key, () => notice(activity)).then(() => undefined))
  })
  app.event("app_home_opened", async ({ event, context }) => {
    const team = teamOf(context)
    if (event.tab === "home") parts.track(publishHome({ userId: event.user, team }, parts))
    else if (event.tab === "messages") parts.track(greet({ channel: event.channel, team }, parts))
  })
}

/** Where the app was removed, nothing of its installation stays. */
function listenToInstallations(app: App, { installations, workspaces, logger }: Listening): void {
  const remove = async (context: Parameters<typeof teamOf>[0]): Promise<void> => {
    const team = teamOf(context)
    if (team === undefined) return
    await installations?.remove(`slack:${team}`)
    workspaces.forget(team)
    logger.info("The bot was removed from a Slack workspace", { team })
  }
  app.event("app_uninstalled", async ({ context }) => remove(context))
  app.event("tokens_revoked", async ({ event, context }) => {
    if ((event.tokens.bot ?? []).length > 0) await remove(context)
  })
}

type Respond = (message: {
  readonly response_type: "ephemeral"
  readonly replace_original: false
  readonly text: string
  readonly blocks: Drawn["blocks"]
  readonly unfurl_links: false
  readonly unfurl_media: false
}) => Promise<unknown>

function toRespond(respond: Respond): (drawn: Drawn) => Promise<unknown> {
  return ({ text, blocks }) =>
    respond({
      response_type: "ephemeral",
      replace_original: false,
      text,
      blocks,
      unfurl_links: false,
      unfurl_media: false,
    })
}

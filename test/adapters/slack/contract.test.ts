import { describePlatform } from "../../contract/platform.ts"
import type { PlatformSetUp } from "../../contract/platform.ts"
import type { Place } from "../../../src/index.ts"
import { startSlackBot } from "../../support/slack/slack-bot.ts"
import { BOT_USER, ROOT, aChannel } from "../../support/slack/server/slack-world.ts"

const TEAM = "T0TEAM"

describePlatform("slack", async (): Promise<PlatformSetUp> => {
  const bot = await startSlackBot()
  const { channels } = bot.slack.world
  channels.set("G0SECRET", aChannel("G0SECRET", { is_private: true, members: new Set([BOT_USER, "UADA"]) }))
  channels.set("C0CLOSED", aChannel("C0CLOSED", { members: new Set(["UADA"]) }))
  const at = (channel: string): Place => ({ platform: "slack", team: TEAM, channel })
  const find = (place: Place, id: string) => channels.get(place.channel)?.messages.find(({ ts }) => ts === id)
  return {
    platform: bot.platform,
    open: at("C0GENERAL"),
    secret: at("G0SECRET"),
    closed: at("C0CLOSED"),
    gone: at("C0NOWHERE"),
    member: "UADA",
    stranger: "UGRACE",
    team: TEAM,
    threadId: `slack:C0GENERAL/${ROOT}`,
    textOf: (place, id) => {
      const message = find(place, id)
      return message === undefined ? undefined : JSON.stringify(message)
    },
    parentOf: (place, id) => find(place, id)?.thread_ts,
    countPosts: (place) => channels.get(place.channel)?.messages.length ?? 0,
    remove: (place, id) => {
      const messages = channels.get(place.channel)?.messages
      const index = messages?.findIndex(({ ts }) => ts === id) ?? -1
      if (index !== -1) messages?.splice(index, 1)
    },
    fail: (how) => {
      bot.slack.trouble("chat.postMessage", how)
    },
    stop: () => bot.stop(),
  }
})

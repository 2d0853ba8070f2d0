import type { SourceFacts } from "./lazy-source.ts"

/** What Slack's source answers to, known before its library is loaded. */
export const SLACK_FACTS: SourceFacts = {
  name: "slack",
  schemes: ["slack"],
  hosts: ["slack.com"],
  forms: [{ words: "a link to a Slack message", from: "anywhere" }],
}

/** The same of Discord's. */
export const DISCORD_FACTS: SourceFacts = {
  name: "discord",
  schemes: ["discord"],
  hosts: ["discord.com", "ptb.discord.com", "canary.discord.com", "discordapp.com"],
  forms: [
    { words: "a link to a Discord thread or message", from: "anywhere" },
    { words: "a discord: id", from: "anywhere" },
  ],
}

import { Chalk } from "chalk"
import type { SummarizeParts } from "./summarize.ts"
import { summarizeCommand } from "./summarize.ts"

/** The first look: the example's summary, and what to do next. */
export async function demoCommand(example: string, parts: SummarizeParts): Promise<void> {
  await summarizeCommand(example, { format: "text" }, parts)
  const chalk = new Chalk({ level: parts.terminal.colorLevel })
  const command = (text: string): string => chalk.cyan(text)
  parts.terminal.writeOut(`
${chalk.bold.underline("What next")}
  That was ${example}, summarized without any set-up.
  Your own thread: ${command("npm run standpoint -- summarize my.mbox")} (or an .eml, a saved page, - for stdin)
  In Slack:        ${command("npm run standpoint -- slack manifest")} prints the app to create at
                   api.slack.com/apps; then set SLACK_BOT_TOKEN and SLACK_APP_TOKEN
  In Discord:      set DISCORD_TOKEN from discord.com/developers/applications, then
                   ${command("npm run standpoint -- discord invite")} prints the link that adds the bot
  Then:            ${command("npm run standpoint -- serve")} runs every platform that has a token,
                   ${command("npm run standpoint -- doctor")} says what is set up and what is missing
`)
}

import { PermissionFlagsBits, Routes } from "discord.js"
import { z } from "zod"
import type { Finding } from "../../../src/index.ts"
import { AppError } from "../../../src/index.ts"
import { COMMAND_NAME } from "../commands/command-list.ts"
import { call } from "../discord-rest.ts"
import type { DiscordRest } from "../discord-rest.ts"
import { isInThread, locate, readMember } from "../place/read-place.ts"
import type { Located } from "../place/read-place.ts"
import { mayDo, permissionsIn } from "../place/permissions.ts"
import { isForum, isPrivateThread, isThread } from "../source/channel-kinds.ts"
import { applicationPayload } from "../source/message-payload.ts"
import { mayReadBodies } from "../source/missing.ts"
import { PERMISSIONS } from "./needs.ts"

const account = z.object({ id: z.string() })
const commandList = z.array(z.object({ name: z.string() }))
const INVITE_AGAIN = "Open the link of `standpoint discord invite` again: it adds what is missing"

/**
 * Looks at the token, the intent, the commands, and each channel or thread that is named. Most of what
 * can be wrong makes Discord answer with nothing instead of an error: here each has a sentence of its own.
 */
export async function examineDiscord(rest: DiscordRest, channels: readonly string[]): Promise<readonly Finding[]> {
  const application = await call(rest, ["get", Routes.currentApplication()], applicationPayload, {
    to: "read the application's settings",
  }).catch((error: unknown) => toFinding("Discord: token", error))
  if ("state" in application) return [application]
  const self = await call(rest, ["get", Routes.user()], account, { to: "read the bot's own account" })
  const findings: Finding[] = [
    { subject: "Discord: token", state: "well", text: `It belongs to ${application.name}` },
    await examineIntent(rest),
    await examineCommands(rest, application.id),
  ]
  for (const channel of channels) findings.push(...(await examineChannel(rest, { channel, self: self.id })))
  return findings
}

async function examineIntent(rest: DiscordRest): Promise<Finding> {
  const subject = "Discord: Message Content intent"
  if (await mayReadBodies(rest)) return { subject, state: "well", text: "It is on" }
  return {
    subject,
    state: "missing",
    text: "It is off: Discord hides the texts of all messages that do not mention the bot",
    mend: "Switch it on under Privileged Gateway Intents on the application's Bot page, and start the bot again",
  }
}

async function examineCommands(rest: DiscordRest, application: string): Promise<Finding> {
  const subject = "Discord: commands"
  const known = await call(rest, ["get", Routes.applicationCommands(application)], commandList, {
    to: "read the registered commands",
  })
  if (known.some((command) => command.name === COMMAND_NAME))
    return { subject, state: "well", text: `/${COMMAND_NAME} is registered everywhere` }
  return {
    subject,
    state: "warning",
    text: `/${COMMAND_NAME} is not registered everywhere`,
    mend: "Start `standpoint serve` once: it registers them",
  }
}

async function examineChannel(
  rest: DiscordRest,
  { channel, self }: { readonly channel: string; readonly self: string },
): Promise<readonly Finding[]> {
  const located = await locate(rest, channel)
  if (located === undefined)
    return [
      {
        subject: `Discord: ${channel}`,
        state: "missing",
        text: "The bot sees no such channel: it is gone, or View Channel is missing",
        mend: "Give the bot's role View Channel there, and for a private thread mention the bot in it once",
      },
    ]
  const name = `Discord: #${located.channel.name ?? channel}`
  const member = await readMember(rest, located.guild.id, self)
  const permissions = permissionsIn(located.guild, located.ruling, member)
  const missing = PERMISSIONS.filter(({ bit }) => isNeeded(bit, located) && !mayDo(permissions, bit)).map(
    (permission): Finding => ({
      subject: `${name}: ${permission.name}`,
      state: "missing",
      text: `The bot lacks ${permission.name}; it needs it ${permission.why}`,
      mend: `Allow it for the bot's role in the channel's settings. ${INVITE_AGAIN}`,
    }),
  )
  const findings = [
    ...missing,
    ...examineThread(located, name, permissions),
    ...(await examineMembership(rest, located, { name, self, permissions })),
  ]
  return findings.length > 0 ? findings : [{ subject: name, state: "well", text: "The bot can read and write there" }]
}

// In threads "Send Messages" has no effect, elsewhere the other one has none.
function isNeeded(bit: bigint, { channel }: Located): boolean {
  if (bit === PermissionFlagsBits.SendMessages) return !isThread(channel.type) && !isForum(channel.type)
  if (bit === PermissionFlagsBits.SendMessagesInThreads) return isThread(channel.type) || isForum(channel.type)
  return true
}

function examineThread({ channel }: Located, name: string, permissions: bigint): readonly Finding[] {
  if (channel.thread_metadata?.locked === true && !mayDo(permissions, PermissionFlagsBits.ManageThreads))
    return [
      {
        subject: `${name}: locked`,
        state: "warning",
        text: "The thread is locked: it can be read, but nothing can be posted in it",
        mend: "Unlock it, or give the bot Manage Threads there",
      },
    ]
  if (channel.thread_metadata?.archived === true)
    return [
      {
        subject: `${name}: archived`,
        state: "warning",
        text: "The thread is archived: commands cannot be used in it until somebody writes in it",
        mend: "Write a message in it, or ask by its link from another channel",
      },
    ]
  return []
}

async function examineMembership(
  rest: DiscordRest,
  { channel }: Located,
  { name, self, permissions }: { readonly name: string; readonly self: string; readonly permissions: bigint },
): Promise<readonly Finding[]> {
  if (!isPrivateThread(channel.type) || mayDo(permissions, PermissionFlagsBits.ManageThreads)) return []
  if (await isInThread(rest, channel.id, self)) return []
  return [
    {
      subject: `${name}: private thread`,
      state: "missing",
      text: "The thread is private and the bot is no member of it",
      mend: "Mention the bot in it: that adds it to the thread",
    },
  ]
}

function toFinding(subject: string, error: unknown): Finding {
  if (!(error instanceof AppError)) throw error
  return { subject, state: "missing", text: error.message, mend: error.hint }
}

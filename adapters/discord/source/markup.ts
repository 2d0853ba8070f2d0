import type { UserPayload } from "./message-payload.ts"

const USER = /<@!?(?<id>\d{1,20})>/g
const CUSTOM_EMOJI = /<a?:(?<name>\w{1,64}):\d{1,20}>/g
const TIMESTAMP = /<t:(?<seconds>-?\d{1,13})(?::[tTdDfFR])?>/g
// ">>> " quotes everything down to the message's end; the engine knows "> " before each line alone.
const QUOTE_TO_END = /^>>> /

/** Discord's markup in a body made plain: `<@1>` becomes `@Name`, `>>> ` becomes `> ` before every line. */
export function toPlainBody(content: string, people: readonly UserPayload[]): string {
  const nameById = new Map(people.map((user) => [user.id, nameOf(user)]))
  return quoteToEnd(content.replaceAll("\r\n", "\n"))
    .replace(USER, (whole, id: string) => `@${nameById.get(id) ?? whole.slice(2, -1)}`)
    .replace(CUSTOM_EMOJI, ":$<name>:")
    .replace(TIMESTAMP, (whole, seconds: string) => toUtc(Number(seconds)) ?? whole)
}

export function nameOf(user: UserPayload): string {
  return user.global_name ?? user.username
}

/** Text of somebody else, carried along in a message: the sender must never be credited with it. */
export function toQuote(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n")
}

function quoteToEnd(content: string): string {
  const lines = content.split("\n")
  const start = lines.findIndex((line) => QUOTE_TO_END.test(line))
  if (start === -1) return content
  const quoted = lines.slice(start).map((line, index) => `> ${index === 0 ? line.slice(">>> ".length) : line}`)
  return [...lines.slice(0, start), ...quoted].join("\n")
}

function toUtc(seconds: number): string | undefined {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? undefined : `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`
}

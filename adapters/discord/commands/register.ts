import { Routes } from "discord.js"
import { z } from "zod"
import { call } from "../discord-rest.ts"
import type { DiscordRest } from "../discord-rest.ts"
import { toRegistered } from "./command-list.ts"

const commandList = z.array(z.record(z.string(), z.unknown()))

/**
 * Makes Discord know our commands, globally or in the named servers. What is the same already is left
 * alone: each overwrite counts towards 200 a day, and a restart loop would use them up.
 */
export async function registerCommands(
  rest: DiscordRest,
  { application, guilds = [] }: { readonly application: string; readonly guilds?: readonly string[] },
): Promise<"registered" | "unchanged"> {
  const routes =
    guilds.length === 0
      ? [Routes.applicationCommands(application)]
      : guilds.map((guild) => Routes.applicationGuildCommands(application, guild))
  let outcome: "registered" | "unchanged" = "unchanged"
  for (const route of routes) {
    const known = await call(rest, ["get", route], commandList, { to: "read the registered commands" })
    if (isSame(known)) continue
    await call(rest, ["put", route], commandList, { to: "register the commands", body: toRegistered() })
    outcome = "registered"
  }
  return outcome
}

function isSame(known: readonly Readonly<Record<string, unknown>>[]): boolean {
  const wanted = toRegistered()
  return (
    known.length === wanted.length &&
    wanted.every((command) =>
      known.some(
        (candidate) => candidate["name"] === command.name && holds(candidate, JSON.parse(JSON.stringify(command))),
      ),
    )
  )
}

/** Whether `known` says everything that `wanted` says: Discord adds ids and drops what is false or empty. */
function holds(known: unknown, wanted: unknown): boolean {
  const pairs: [unknown, unknown][] = [[known, wanted]]
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [left, right] = pair
    if (Array.isArray(right)) {
      const list: readonly unknown[] = Array.isArray(left) ? left : []
      if (list.length !== right.length) return false
      for (const [index, item] of right.entries()) pairs.push([list[index], item])
    } else if (isObject(right)) {
      const object: Readonly<Record<string, unknown>> = isObject(left) ? left : {}
      for (const [key, value] of Object.entries(right)) pairs.push([object[key], value])
    } else if (!isEqual(left, right)) return false
  }
  return true
}

function isEqual(left: unknown, right: unknown): boolean {
  return left === right || (right === false && left === undefined)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

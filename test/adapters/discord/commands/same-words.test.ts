import { describe, expect, it } from "vitest"
import { SUB_COMMANDS } from "../../../../adapters/discord/commands/command-list.ts"
import { toWords } from "../../../../adapters/discord/commands/to-words.ts"
import { VERBS } from "../../../../src/bot/grammar/verbs.ts"
import { parseCommand } from "../../../../src/index.ts"

const context = { now: new Date("2026-11-24T12:00:00Z"), timeZone: "utc", isInThread: true }
// What somebody may fill in; an option that takes one of a few words gets the first of them.
const VALUES: Readonly<Record<string, string>> = {
  address: "ada@example.org",
  by: "<m2@example.org>",
  channel: "C024",
  filters: "from:ada -bot",
  last: "20",
  name: "Ada Byron",
  person: "Ada Byron",
  question: "2",
  since: "yesterday",
  source: "<m1@example.org>",
  thread: "<m1@example.org>",
  until: "friday",
  user: "U024",
  what: "me",
}

/** Every sub-command as Discord hands it over: with what is required alone, and with each of what it takes besides. */
const asked = SUB_COMMANDS.flatMap(({ name, options }) => {
  const required = options.filter((option) => option.isRequired === true)
  const choices = [required, ...options.filter((one) => one.isRequired !== true).map((one) => [...required, one])]
  return choices.map((chosen) => {
    const order = options.filter((option) => chosen.includes(option))
    const values = order.map((option) => [option.name, option.choices?.[0] ?? VALUES[option.name] ?? "x"] as const)
    return { name, words: toWords(name, new Map(values)) }
  })
})

describe("Discord's sub-commands", () => {
  it.each(asked)("$words: is understood by the grammar of Slack and the terminal", ({ words }) => {
    expect(() => parseCommand(words, context)).not.toThrow()
  })

  it("are all that can be said anywhere", () => {
    const onDiscord = new Set<string>(asked.map(({ words }) => parseCommand(words, context).kind))
    const anywhere = new Set(VERBS.map(({ names }) => kindOf(names[0] ?? "")))

    expect([...anywhere].filter((kind) => !onDiscord.has(kind))).toEqual([])
    // Discord takes no more.
    expect(SUB_COMMANDS.length).toBeLessThanOrEqual(25)
  })
})

function kindOf(verb: string): string {
  for (const rest of ["", " <m1@example.org>", " 2", " me", " ada", " until friday", " me ada@example.org"])
    try {
      return parseCommand(verb + rest, context).kind
    } catch {
      // Needs more words.
    }
  return `${verb} is understood with none of the words tried`
}

import type { CommandOption } from "./command-list.ts"
import { SUB_COMMANDS } from "./command-list.ts"

/** What somebody filled in, by the option's name. */
export type Values = ReadonlyMap<string, string>

// Sub-commands may have no spaces; these verbs of the grammar do, or have another name there.
const VERBS: Readonly<Record<string, string>> = {
  "my-stance": "my stance",
  "no-longer": "no longer",
  nda: "!nda",
}
// Options of one value that the grammar would take for several words: names and addresses may have spaces.
const HERE = "here"

/** A sub-command with its options in the words of the chat grammar. */
export function toWords(name: string, values: Values): string {
  const sub = SUB_COMMANDS.find((candidate) => candidate.name === name)
  const words = (sub?.options ?? []).flatMap((option) => toPart(option, values))
  const needsHere = name === "summarize" && !values.has("source") && words.length > 0
  return [VERBS[name] ?? name, ...(needsHere ? [HERE] : []), ...words].join(" ")
}

function toPart(option: CommandOption, values: Values): readonly string[] {
  const value = values.get(option.name)?.trim()
  if (value === undefined || value === "") return []
  const shown = option.type === "channel" ? `<#${value}>` : option.type === "user" ? `<@${value}>` : value
  return option.before === undefined ? [shown] : [option.before, shown]
}

import type { AutocompleteInteraction } from "discord.js"
import type { Suggest, Suggestion } from "../../../src/index.ts"
import { SUB_COMMANDS } from "../commands/command-list.ts"
import { toAskerAndPlace } from "../events.ts"

const MAX_CHOICES = 25
// Of a choice, both what is shown and what is sent.
const MAX_LENGTH = 100
// Discord drops an answer after 3 s; nobody who types waits that long.
const PATIENCE_MS = 2_000

/** Offers values while somebody types; what cannot be found in time is an empty list, and free typing works on. */
export async function answerAutocomplete(
  interaction: AutocompleteInteraction,
  suggest: Suggest | undefined,
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true)
  const kind = SUB_COMMANDS.find((sub) => sub.name === interaction.options.getSubcommand())?.options.find(
    (option) => option.name === name,
  )?.suggests
  const found =
    kind === undefined || suggest === undefined
      ? []
      : await inTime(suggest({ kind, typed: value, ...toAskerAndPlace(interaction) }))
  await interaction.respond(
    found
      .filter((suggestion) => suggestion.value !== "" && suggestion.value.length <= MAX_LENGTH)
      .slice(0, MAX_CHOICES)
      .map(({ label, value }) => ({ name: label.slice(0, MAX_LENGTH) || value, value })),
  )
}

async function inTime(found: Promise<readonly Suggestion[]>): Promise<readonly Suggestion[]> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<readonly Suggestion[]>((resolve) => {
    timer = setTimeout(() => resolve([]), PATIENCE_MS)
  })
  return Promise.race([found.catch(() => []), tooLate]).finally(() => clearTimeout(timer))
}

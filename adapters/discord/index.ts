import type { ThreadSource } from "../../src/index.ts"
import { createRest } from "./discord-platform.ts"
import type { DiscordConfig } from "./discord-platform.ts"
import { toDiscordSource } from "./source/discord-source.ts"

export { createDiscordPlatform } from "./discord-platform.ts"
export type { DiscordConfig, DiscordPlatform } from "./discord-platform.ts"
export type { Suggest, SuggestRequest, Suggestion } from "./answering/answer-autocomplete.ts"

/** Discord's threads alone, for whoever only reads: no gateway, no commands. */
export function createDiscordSource(config: Pick<DiscordConfig, "token" | "apiUrl">): ThreadSource {
  return toDiscordSource(createRest(config))
}

import type { Asker, Place } from "./ask.ts"

/** One place as one word: the same place gives the same key. */
export function placeKey({ platform, team, channel, thread }: Place): string {
  return [platform, team ?? "", channel, ...(thread === undefined ? [] : [thread])].map(encodeURIComponent).join("/")
}

/** One account as one word. */
export function personKey({ platform, team, userId }: Pick<Asker, "platform" | "team" | "userId">): string {
  return [platform, team ?? "", userId].map(encodeURIComponent).join("/")
}

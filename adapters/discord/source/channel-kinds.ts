import { ChannelType } from "discord.js"

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])
const PRIVATE: ReadonlySet<number> = new Set([ChannelType.PrivateThread])
// Forums and media channels hold posts (threads) and no messages of their own.
const THREAD_ONLY: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia])

export function isThread(type: number): boolean {
  return THREADS.has(type)
}

export function isForum(type: number | undefined): boolean {
  return type !== undefined && THREAD_ONLY.has(type)
}

export function isPrivateThread(type: number): boolean {
  return PRIVATE.has(type)
}

import { createHash } from "node:crypto"
import { join } from "node:path"
import { z } from "zod"
import { ERROR_CODES } from "../../errors.ts"

/** What the terminal says to the bot that runs already, and hears from it. */
export const DoorAsk = z.object({
  words: z.string(),
  me: z.string().optional(),
  now: z.iso.datetime(),
  timeZone: z.string(),
  width: z.number(),
  colorLevel: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
})

export type DoorFailure = z.infer<typeof DoorFailure>
export const DoorFailure = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  hint: z.string().optional(),
})

export const DoorReport = z.object({
  version: z.number(),
  rowsByTable: z.record(z.string(), z.number()),
  problems: z.array(z.string()),
})

/** Where the bot that holds a data folder is reached: a socket in the folder, for its owner alone. */
export function doorPath(folder: string, platform: NodeJS.Platform = process.platform): string {
  if (platform !== "win32") return join(folder, "standpoint.sock")
  return `\\\\.\\pipe\\standpoint-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`
}

import type { z } from "zod"

/** A feed's cursor as a store kept it; undefined for none, and for one of another version: then the feed begins anew. */
export function parseCursor<Cursor>(schema: z.ZodType<Cursor>, cursor: string | undefined): Cursor | undefined {
  if (cursor === undefined) return undefined
  try {
    return schema.safeParse(JSON.parse(cursor)).data
  } catch {
    return undefined
  }
}

import { firstField, readHeaderFields } from "./header-fields.ts"

const ROUTE_FIELDS = ["message-id", "received", "mime-version", "return-path", "delivered-to"]

/** A mail says in its header who wrote it or by which way it came; "Re: title" alone is a page. */
export function isMail(raw: Buffer): boolean {
  const { fields, bodyStart } = readHeaderFields(raw.toString("latin1", 0, 262_144))
  if (bodyStart === 0) return false
  const has = (name: string): boolean => firstField(fields, name) !== undefined
  const isRouted = ROUTE_FIELDS.some(has)
  return (has("from") && (isRouted || has("date"))) || (isRouted && has("subject"))
}

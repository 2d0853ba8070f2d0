/** The part of a card's blocks on what is open. */
export function openOf(card: string | undefined): string {
  return /Still open[^]*?(?:Choices|Who stands where)/.exec(card ?? "")?.[0] ?? ""
}

/** Every text of a message, of blocks or of a view, in order. */
export function textOf(drawn: unknown): string {
  if (Array.isArray(drawn)) return drawn.map(textOf).filter(Boolean).join("\n")
  if (typeof drawn !== "object" || drawn === null) return ""
  const { text, ...rest } = drawn as Readonly<Record<string, unknown>>
  const parts = ["blocks", "elements", "fields", "element", "options", "label"].map((name) => textOf(rest[name]))
  const own = typeof text === "string" && !("blocks" in rest) ? text : textOf(text)
  return [own, ...parts].filter(Boolean).join("\n")
}

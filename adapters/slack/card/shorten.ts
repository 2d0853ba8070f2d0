/** Shortened at a word, with a mark that says so. For plain words, before they are drawn. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  const space = cut.lastIndexOf(" ")
  const end = space > length / 2 ? space : cut.length
  // A surrogate pair is not cut in two.
  return `${cut.slice(0, end).replace(/[\uD800-\uDBFF]$/, "")}…`
}

/** The same for mrkdwn: no link and no entity is cut in two. */
export function shortenDrawn(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, safeEnd(text, length - 1)).trimEnd()}…`
}

/**
 * Where mrkdwn may be parted at `length` at the latest. What others wrote is escaped: every `<` begins a link or a time
 * of ours, every `&` one of Slack's three entities.
 */
export function safeEnd(text: string, length: number): number {
  const head = text.slice(0, length)
  const opened = head.lastIndexOf("<")
  const outside = opened > head.lastIndexOf(">") ? head.slice(0, opened) : head
  const end = outside.replace(/(?:&[a-z]{0,3}|[\uD800-\uDBFF])$/, "").length
  return end === 0 ? length : end
}

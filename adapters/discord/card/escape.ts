// Discord takes a backslash before any punctuation as "this character itself".
const MARKDOWN = /[\\*_~`|[\]()<>@]/g
// Only at a line's start do these make headings, lists and quotes; elsewhere they are plain.
const LINE_START = /^(?<space>\s*)(?<mark>[#>+-]|\d{1,9}(?=[.)]))/
// Broken after its scheme, an address in somebody's words is no link: links here are ours alone.
const SCHEME = /:\/\//g

/** Words of others, shown as they stand: no markup, no mention, no link of theirs comes to life. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(MARKDOWN, String.raw`\$&`)
    .replaceAll(SCHEME, String.raw`\://`)
    .replace(LINE_START, (_whole, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\u200B` : `${space}\\${mark}`,
    )
}

/** Text in `code`: nothing but a backtick can end it. */
export function toCode(text: string): string {
  return `\`${text.replaceAll(/\s+/g, " ").replaceAll("`", "'")}\``
}

/** A masked link, or the label alone where the address is no web address or cannot be written in one. */
export function toLink(label: string, permalink: string | undefined): string {
  const url = permalink !== undefined && URL.canParse(permalink) ? new URL(permalink) : undefined
  if (url === undefined || (url.protocol !== "https:" && url.protocol !== "http:")) return label
  const href = url.href.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll(/[<>]/g, encodeURIComponent)
  return `[${label}](${href})`
}

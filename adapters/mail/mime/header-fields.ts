/** One header field: name in lower case, value unfolded, bytes as latin1 characters. */
export interface HeaderField {
  readonly name: string
  readonly value: string
}

export interface HeaderBlock {
  readonly fields: readonly HeaderField[]
  /** Where the body starts, counted in bytes from the start of the text. */
  readonly bodyStart: number
}

// A header block longer than this is garbage or an attack: the longest of 2,600 list mails has 21 KB.
const MAX_HEADER_BYTES = 512 * 1024
const FIELD = /^(?<name>[!-9;-~]{1,200})[ \t]*:[ \t]*(?<value>[^]*)$/

/**
 * The header fields from `start` on, in their order, up to the first empty line.
 *
 * A line that is no field (an mbox mark, rubbish of a gateway) is passed over; where the block
 * begins with body text at once, there are no fields and the body starts at `start`.
 */
export function readHeaderFields(text: string, start = 0): HeaderBlock {
  const fields: HeaderField[] = []
  const limit = Math.min(text.length, start + MAX_HEADER_BYTES)
  let position = start
  let pending = ""
  while (position < limit) {
    const end = lineEnd(text, position)
    const line = text.slice(position, end).replace(/\r?\n$/, "")
    if (line === "") {
      position = end
      break
    }
    if (/^[ \t]/.test(line)) pending += ` ${line.trim()}`
    else {
      addField(fields, pending)
      pending = line
    }
    position = end
  }
  addField(fields, pending)
  return fields.length === 0 ? { fields, bodyStart: start } : { fields, bodyStart: position }
}

/** The first field of that name: whoever adds a second one is not believed. */
export function firstField(fields: readonly HeaderField[], name: string): string | undefined {
  return fields.find((field) => field.name === name)?.value
}

/** Where the line that starts at `position` ends, its line end included. */
export function lineEnd(text: string, position: number): number {
  const newline = text.indexOf("\n", position)
  return newline === -1 ? text.length : newline + 1
}

function addField(fields: HeaderField[], line: string): void {
  const groups = FIELD.exec(line)?.groups
  const name = groups?.["name"]
  if (name !== undefined) fields.push({ name: name.toLowerCase(), value: (groups?.["value"] ?? "").trim() })
}

import type { AppError } from "../errors.ts"
import type { OutlineLine, Span } from "../model/outline.ts"
import type { Note } from "../platform/ask.ts"

export function note(lines: readonly OutlineLine[]): Note {
  return { kind: "note", lines }
}

export function text(words: string, indent: 0 | 1 = 0): OutlineLine {
  return line([{ kind: "text", text: words }], indent)
}

export function line(spans: readonly Span[], indent: 0 | 1 = 0): OutlineLine {
  return { spans, indent }
}

/** What went wrong, and under it the way out. */
export function errorNote(error: AppError): Note {
  const hint = error.hint === undefined ? [] : [text(error.hint, 1)]
  return { kind: "note", lines: [text(error.message), ...hint], isError: true, code: error.code }
}

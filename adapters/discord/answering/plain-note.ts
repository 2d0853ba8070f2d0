import type { Note } from "../../../src/index.ts"

/** A sentence of the adapter's own. */
export function plainNote(text: string, isError = false): Note {
  return { kind: "note", lines: [{ indent: 0, spans: [{ kind: "text", text }] }], ...(isError ? { isError } : {}) }
}

/** Sixteen hexadecimal figures for a text, always the same (FNV-1a over two halves); to name things, not to hide them. */
export function stableHash(text: string): string {
  let low = 0x811c9dc5
  let high = 0xcbf29ce4
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ (code + at), 0x01000193)
  }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("")
}

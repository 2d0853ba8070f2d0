/**
 * When a polled source is looked at again: in about `pollMs`, at a moment of its own.
 *
 * Sources that were followed together, or that all waited while the house was down, would else be looked at in one
 * burst for ever after, and what they bring would be told in one burst too.
 */
export function nextLookAt(source: string, now: Date, pollMs: number): Date {
  const earliest = now.getTime() + pollMs / 2
  const late = (slotOf(source) * pollMs - (earliest % pollMs) + pollMs) % pollMs
  return new Date(earliest + late)
}

// From 0 up to 1, the same for the same words: FNV-1a, stirred at the end as murmur does, since words that differ in
// their last letter alone would else stay neighbours.
function slotOf(source: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < source.length; index += 1) hash = Math.imul(hash ^ source.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296
}

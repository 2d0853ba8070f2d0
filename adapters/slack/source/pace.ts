import type { ThreadSource } from "../../../src/index.ts"

/** How slowly Slack lets us read just now, for whoever waits for an answer. */
export interface Pace {
  /** The same source, its progress overheard. */
  watch(source: ThreadSource): ThreadSource
  readonly note: () => string | undefined
}

export function createPace(): Pace {
  const notes = new Map<symbol, string>()
  return {
    note: () => [...notes.values()].at(-1),
    watch: (source) => ({
      ...source,
      read: async (ref, options) => {
        const reading = Symbol(source.name)
        try {
          return await source.read(ref, {
            ...options,
            onProgress: (progress) => {
              if (progress.note === undefined) notes.delete(reading)
              else notes.set(reading, progress.note)
              options?.onProgress?.(progress)
            },
          })
        } finally {
          notes.delete(reading)
        }
      },
    }),
  }
}

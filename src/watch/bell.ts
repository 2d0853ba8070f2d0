/** Carries word of new mail from the sources, which know of it first, to the watch, which is made after them. */
export interface Bell {
  /** Something came to the place that these words name. */
  readonly ring: (source: string) => void
  /** From now on told of every ring. */
  readonly answer: (listener: (source: string) => void) => void
}

/** What rings before anybody answers is no loss: the first look finds it. */
export function createBell(): Bell {
  let listener: ((source: string) => void) | undefined
  return {
    ring: (source) => listener?.(source),
    answer: (next) => {
      listener = next
    },
  }
}

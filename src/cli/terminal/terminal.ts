import type { ColorLevel } from "../../render/looks.ts"

/** Where the program was called: what it may write to, how that looks, and when and where its reader is. */
export interface Terminal {
  readonly writeOut: (text: string) => void
  readonly writeError: (text: string) => void
  /** Of the window; undefined where the output goes to a pipe or a file. */
  readonly columns: number | undefined
  readonly colorLevel: ColorLevel
  readonly errorColorLevel: ColorLevel
  readonly clock: () => Date
  /** IANA name. */
  readonly timeZone: string
}

/** Lines longer than this are hard to follow with the eye, however wide the window. */
const MAX_WIDTH = 120
const DEFAULT_WIDTH = 80

export function textWidth({ columns }: Terminal): number {
  return Math.min(columns ?? DEFAULT_WIDTH, MAX_WIDTH)
}

import type { PlatformName } from "../platform/ask.ts"

/** What is counted of the watches; main brings the library that shows it. */
export interface WatchMeters {
  /** Messages that feeds and threads brought. */
  mailsRead(count: number): void
  /** Changes that were told, a place each. */
  changesTold(count: number, platform: PlatformName): void
  /** From due to said. */
  lag(seconds: number, platform: PlatformName): void
  failed(platform: PlatformName, code: string): void
  sourceFailed(code: string): void
}

export const NO_METERS: WatchMeters = {
  mailsRead: () => {},
  changesTold: () => {},
  lag: () => {},
  failed: () => {},
  sourceFailed: () => {},
}

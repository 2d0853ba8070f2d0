/** Every foreseen failure has one of these codes, each with a heading in docs/errors.md. */
export const ERROR_CODES = [
  "usage",
  "config-invalid",
  "source-unknown",
  "source-not-allowed",
  "source-unreadable",
  "source-unreachable",
  "source-gone",
  "thread-not-found",
  "limit-reached",
  "not-permitted",
  "objected",
  "platform-refused",
  "platform-unreachable",
  "rate-limited",
  "store-unreadable",
  "store-locked",
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** Failures of the call or its input end with exit code 2, failures of the outside world with 1. */
const INPUT_CODES: ReadonlySet<ErrorCode> = new Set([
  "usage",
  "config-invalid",
  "source-unknown",
  "source-not-allowed",
  "source-unreadable",
  "thread-not-found",
  "not-permitted",
  "objected",
])

/** A failure that we foresaw. Anything else that is thrown is a bug. */
export class AppError extends Error {
  override readonly name = "AppError"
  readonly code: ErrorCode
  /** The way out, as an instruction with an example. */
  readonly hint: string | undefined
  /** With `rate-limited`: how long the other side asks us to wait. */
  readonly retryAfterMs: number | undefined

  constructor(
    code: ErrorCode,
    message: string,
    options: { hint?: string | undefined; cause?: unknown; retryAfterMs?: number | undefined } = {},
  ) {
    super(message, { cause: options.cause })
    this.code = code
    this.hint = options.hint
    this.retryAfterMs = options.retryAfterMs
  }

  /** 2: the call or its input is wrong; 1: the outside world failed. */
  get exitCode(): 1 | 2 {
    return INPUT_CODES.has(this.code) ? 2 : 1
  }
}

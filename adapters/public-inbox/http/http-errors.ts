import { AppError } from "../../../src/index.ts"

/** The codes of undici, Node and zlib that tell of the way, not of the request. */
const REASON_BY_CODE: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: "no connection within the time allowed",
  UND_ERR_HEADERS_TIMEOUT: "the server says nothing",
  UND_ERR_BODY_TIMEOUT: "the server stopped in the middle of its answer",
  UND_ERR_SOCKET: "the server closed the connection",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "the answer is not as long as it says",
  UND_ERR_HEADERS_OVERFLOW: "the header of the answer is too long",
  HPE_INVALID_CONSTANT: "the answer is not HTTP",
  ECONNRESET: "the server closed the connection",
  ECONNREFUSED: "nothing listens there",
  EPIPE: "the server closed the connection",
  EHOSTUNREACH: "there is no way to it",
  ENETUNREACH: "there is no way to it",
  ETIMEDOUT: "no answer within the time allowed",
  ENOTFOUND: "there is no host of that name",
  EAI_AGAIN: "its name cannot be looked up now",
  Z_BUF_ERROR: "the answer breaks off",
  Z_DATA_ERROR: "the answer is not what it says it is",
}
const LASTING = new Set(["ENOTFOUND", "Z_DATA_ERROR", "HPE_INVALID_CONSTANT"])

/** Whether the same request may well succeed a moment later. */
export function isTransient(error: unknown): boolean {
  if (error instanceof AppError) return error.code === "source-unreachable" || error.code === "rate-limited"
  const code = codeOf(error)
  return code !== undefined && code in REASON_BY_CODE && !LASTING.has(code)
}

/** What went wrong in our words; what is no failure of the way is passed on as it is. */
export function toAppError(error: unknown, url: URL): unknown {
  const inner = innermost(error)
  if (inner instanceof AppError) return inner
  const code = codeOf(error)
  if (code === undefined || !/^(?:UND_ERR|HPE_|Z_|E[A-Z])/.test(code) || code === "UND_ERR_ABORTED") return error
  return new AppError(
    "source-unreachable",
    `Cannot read ${url.href}: ${REASON_BY_CODE[code] ?? `the connection failed (${code})`}`,
    { cause: error },
  )
}

function codeOf(error: unknown): string | undefined {
  const inner = innermost(error)
  if (inner instanceof Error && inner.name === "HTTPParserError") return "HPE_INVALID_CONSTANT"
  return inner instanceof Error && "code" in inner && typeof inner.code === "string" ? inner.code : undefined
}

function innermost(error: unknown): unknown {
  let current = error
  for (let depth = 0; depth < 5 && current instanceof Error && !(current instanceof AppError); depth++) {
    if (!(current.cause instanceof Error)) break
    current = current.cause
  }
  return current
}

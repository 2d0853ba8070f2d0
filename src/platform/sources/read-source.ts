import { AppError } from "../../errors.ts"
import type { Reading } from "../../model/thread.ts"
import type { SourceOrigin } from "./source-grammar.ts"
import { parseSource } from "./source-grammar.ts"
import type { ReadOptions, SourceRef, ThreadSource } from "./thread-source.ts"

export interface SourceContext {
  /** In the order in which they are asked. */
  readonly sources: readonly ThreadSource[]
  readonly origin: SourceOrigin
}

/** Words to everything that their place holds. Foreseen failures are AppErrors; there is no empty reading. */
export async function readSource(words: string, context: SourceContext, options?: ReadOptions): Promise<Reading> {
  return readReference(parseSource(words, context), context, options)
}

/** The same for a reference that was parsed or kept earlier. */
export async function readReference(
  ref: SourceRef,
  { sources }: Pick<SourceContext, "sources">,
  options?: ReadOptions,
): Promise<Reading> {
  const able = sources.filter((source) => source.accepts(ref))
  if (able.length === 0) throw refused(ref, sources)
  let failure: AppError | undefined
  for (const source of able) {
    try {
      const reading = await source.read(ref, options)
      if (reading !== undefined && reading.messages.length > 0) return reading
    } catch (error) {
      // A Message-ID may be asked of several archives; one that is down does not speak for the others.
      if (able.length === 1 || !(error instanceof AppError)) throw error
      failure ??= error
    }
  }
  if (failure !== undefined) throw failure
  throw new AppError(
    "thread-not-found",
    `Cannot find "${nameOf(ref)}": ${able.map(({ name }) => name).join(", ")} holds no such thread`,
    {
      hint: "Look whether the address or the Message-ID is complete",
    },
  )
}

/** A reference as a person would write it. */
export function nameOf(ref: SourceRef): string {
  if (ref.kind === "path") return ref.path
  if (ref.kind === "stdin") return "-"
  if (ref.kind === "url") return ref.url.href
  return ref.kind === "id" ? `${ref.scheme}:${ref.rest}` : ref.id
}

function refused(ref: SourceRef, sources: readonly ThreadSource[]): AppError {
  if (ref.kind !== "url") {
    return new AppError("source-unknown", `Cannot read "${nameOf(ref)}": no source for it is set up here`)
  }
  const hosts = [...new Set(sources.flatMap((source) => source.hosts))]
  const allowed = hosts.length === 0 ? "No archive is set up" : `Allowed here: ${hosts.join(", ")}`
  return new AppError("source-not-allowed", `Cannot read "${ref.url.href}": its host is not one that may be read`, {
    hint: `${allowed}; add an archive to STANDPOINT_ARCHIVES, or in the terminal give --allow-host ${ref.url.hostname}`,
  })
}

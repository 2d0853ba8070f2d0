import { AppError } from "../../errors.ts"
import type { SourceRef, ThreadSource } from "../../platform/sources/thread-source.ts"

/** What can be said of a source without loading the library behind it. */
export interface SourceFacts extends Pick<ThreadSource, "name" | "schemes" | "hosts" | "forms"> {
  /** The setting without which it cannot be read, where that is missing. */
  readonly missing?: string | undefined
}

/** A source whose library is loaded when something of it is read: an mbox costs no chat platform's start-up. */
export function lazySource(facts: SourceFacts, load: () => Promise<ThreadSource>): ThreadSource {
  const { name, schemes, hosts, forms, missing } = facts
  return {
    name,
    schemes,
    hosts,
    forms,
    accepts: (ref) => names(ref, facts),
    read: async (ref, options) => {
      if (missing !== undefined)
        throw new AppError("config-invalid", `Cannot read from ${name}: ${missing} is not set`, {
          hint: `Set ${missing}; standpoint doctor says where it comes from`,
        })
      return (await load()).read(ref, options)
    },
  }
}

function names(ref: SourceRef, { schemes, hosts }: SourceFacts): boolean {
  if (ref.kind === "id") return schemes.includes(ref.scheme)
  if (ref.kind !== "url") return false
  const { hostname } = ref.url
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
}

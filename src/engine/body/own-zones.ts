import type { Identity } from "../../model/message.ts"
import type { DraftLine } from "./line-table.ts"
import { markFooters } from "./footers.ts"
import { markGreetings } from "./greetings.ts"
import { markPatches } from "./patches.ts"
import { markListings } from "./listings.ts"
import { markSignatures } from "./signatures.ts"
import { markTrailers } from "./trailer-lines.ts"

/**
 * Tells the sender's words from what else they put on their own level: patches, code, logs, trailers,
 * greetings, the signature, and what list servers and wrappers added below.
 */
export function markOwnZones(lines: DraftLine[], author: Identity): void {
  markPatches(lines)
  markFooters(lines)
  markSignatures(lines, author)
  markTrailers(lines)
  markListings(lines)
  markGreetings(lines)
}

import type { Message } from "../../model/message.ts"
import type { DraftLine } from "./line-table.ts"
import { markArmour } from "./armour.ts"
import { markEncoded } from "./encoded-text.ts"
import { markBareSignatures } from "./bare-signatures.ts"
import { markFooters } from "./footers.ts"
import { markGreetings } from "./greetings.ts"
import { markPatches } from "./patches.ts"
import { markListings } from "./listings.ts"
import { markSignatures } from "./signatures.ts"
import { markTrailers } from "./trailer-lines.ts"

/**
 * Tells the sender's words from what else they put on their own level: patches, code, logs, trailers,
 * greetings, the signature, and what list servers and wrappers added below. A body without the signs of a
 * zone is not gone through for it.
 */
export function markOwnZones(lines: DraftLine[], { body, author }: Message): void {
  markPatches(lines)
  if (body.includes("-----BEGIN ")) markArmour(lines)
  markEncoded(lines)
  markFooters(lines)
  if (body.includes("--")) markSignatures(lines, author)
  markBareSignatures(lines, author)
  if (body.includes(":")) markTrailers(lines)
  markListings(lines)
  markGreetings(lines, author)
}

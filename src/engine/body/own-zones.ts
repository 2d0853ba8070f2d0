import type { Message } from "../../model/message.ts"
import type { DraftLine } from "./lines/line-table.ts"
import { markArmour } from "./code/armour.ts"
import { markEncoded } from "./code/encoded-text.ts"
import { markBareSignatures } from "./endings/bare-signatures.ts"
import { markFooters } from "./endings/footers.ts"
import { markGluedSignatures } from "./endings/glued-signatures.ts"
import { markGreetings } from "./endings/greetings.ts"
import { markPatches } from "./code/patches.ts"
import { markListings } from "./code/listings.ts"
import { markSignatures } from "./endings/signatures.ts"
import { markTrailers } from "./code/trailer-lines.ts"

/**
 * Tells the sender's words from what else they put on their own level: patches, code, logs, trailers,
 * greetings, the signature, and what list servers and wrappers added below. A body without the signs of a
 * zone is not gone through for it.
 */
export function markOwnZones(lines: DraftLine[], { body, author }: Message): void {
  markPatches(lines)
  if (body.includes("-----BEGIN ")) markArmour(lines)
  markEncoded(lines)
  markFooters(lines, author)
  if (body.includes("--") || body.includes("- - -")) markSignatures(lines, author)
  markGluedSignatures(lines, author)
  markBareSignatures(lines, author)
  if (body.includes(":")) markTrailers(lines)
  markListings(lines)
  markGreetings(lines, author)
}

import { firstField } from "./header-fields.ts"
import type { MimePart, MimeStructure } from "./mime-parts.ts"
import { readMimeStructure } from "./mime-parts.ts"
import { openSignedData } from "./signed-data.ts"

const SMIME = /^application\/(?:x-)?pkcs7-mime$/
const PGP = "application/pgp-encrypted"
const ENCRYPTED = "it is encrypted: only its recipients can read it"

// A signature of a signature is rare, one within that unheard of (RFC 2634 wraps three times).
const MAX_ENVELOPES = 3

/**
 * A mail with the part that an opaque S/MIME signature wraps in the place of its envelope (RFC 8551, 3.5.2).
 * What nobody but its recipients can read is said in the defect. An envelope that follows other text is a
 * file that was sent along, and stays one.
 */
export function openEnvelopes(structure: MimeStructure): MimeStructure {
  let opened = structure
  for (let count = 0; ; count++) {
    const [first, ...others] = opened.parts
    if (first?.type === PGP) return { ...opened, defect: opened.defect ?? ENCRYPTED }
    if (first === undefined || !SMIME.test(first.type) || first.within !== undefined) return opened
    const inner = count < MAX_ENVELOPES ? openSignedData(bytesOf(first)) : undefined
    if (inner === undefined) return { ...opened, defect: opened.defect ?? reasonOf(first) }
    const { parts, defect } = readMimeStructure(inner.toString("latin1"))
    opened = { ...opened, parts: [...parts, ...others], defect: opened.defect ?? defect }
  }
}

function bytesOf({ fields, content }: MimePart): Buffer {
  const encoding = firstField(fields, "content-transfer-encoding") ?? ""
  return Buffer.from(content, /base64/i.test(encoding) ? "base64" : "latin1")
}

/** `smime-type` tells what an envelope holds (RFC 8551, 3.2.2). */
function reasonOf({ parameters }: MimePart): string {
  const type = (parameters["smime-type"] ?? "").toLowerCase()
  if (type === "signed-data") return "its S/MIME signature cannot be opened"
  if (type === "compressed-data") return "its text is compressed (S/MIME compressed-data)"
  return ENCRYPTED
}

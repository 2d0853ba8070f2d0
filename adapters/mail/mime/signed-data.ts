import { Constructed, ObjectIdentifier, OctetString, Sequence, fromBER } from "asn1js"

// 25 MB are the longest mail; a signature wraps words, and words are short. Signed mail nests six deep.
const LIMITS = { maxDepth: 40, maxNodes: 20_000, maxContentLength: 8 << 20, parseEmbedded: false, copyInput: false }

const ID_SIGNED_DATA = "1.2.840.113549.1.7.2"
const ID_DATA = "1.2.840.113549.1.7.1"

/**
 * What a CMS signature wraps (RFC 5652, 5): for S/MIME a MIME part, header and all. Undefined where the
 * bytes are no signed data, wrap nothing, or go beyond the limits. Nobody's signature is checked here.
 */
export function openSignedData(bytes: Buffer): Buffer | undefined {
  const { offset, result } = fromBER(new Uint8Array(bytes), LIMITS)
  if (offset === -1) return undefined
  // ContentInfo: contentType, [0] SignedData: version, digestAlgorithms, encapContentInfo, …
  const signed = contentOf(result, ID_SIGNED_DATA)
  const encapsulated = signed instanceof Sequence ? signed.valueBlock.value[2] : undefined
  const content = contentOf(encapsulated, ID_DATA)
  return content instanceof OctetString ? Buffer.from(content.getValue()) : undefined
}

/** What stands under [0] behind a content type of that name: ContentInfo and EncapsulatedContentInfo have one form. */
function contentOf(info: unknown, type: string): unknown {
  if (!(info instanceof Sequence)) return undefined
  const [id, content] = info.valueBlock.value
  if (!(id instanceof ObjectIdentifier) || id.getValue() !== type) return undefined
  return content instanceof Constructed ? content.valueBlock.value[0] : undefined
}

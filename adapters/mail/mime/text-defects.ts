// What a decoded text says itself of words that are not in it. All of it stands on the sender's own level, unmarked.

// Inline PGP (RFC 9580, 6.2): armour of the sender's own, not one that is quoted.
const ENCRYPTED_ARMOUR = /^-----BEGIN PGP MESSAGE-----\s*$/mu
/** A file within the text, as before MIME: `begin 644 notes.txt`, and lines of one length below it. */
const UUENCODED = /^begin [0-7]{3} (?<name>\S.{0,100})\n(?:[ -`]{1,62}\n)+end$/mu
/** What mail programs and gateways put where they cut a mail. */
const CLIPPED = /^\[ ?(?:message|mail|e-mail) (?:clipped|truncated|cut(?: off)?)\b.{0,60}$/imu
const DIGEST = /^(?!re:).{0,120}\bDigest, Vol \d+, Issue \d+$/iu

/** What of a mail cannot be read, in words for people; undefined where nothing says so. */
export function textDefect(subject: string, body: string): string | undefined {
  if (body.includes("-----BEGIN PGP MESSAGE") && ENCRYPTED_ARMOUR.test(body)) return "part of it is encrypted"
  if (body.includes("\nbegin ") || body.startsWith("begin ")) {
    const name = UUENCODED.exec(body)?.groups?.["name"]
    if (name !== undefined && !/\.(?:patch|diff)$/i.test(name))
      return "part of it is a file in uuencode, which is not read"
  }
  if (/^\[ ?[me]/im.test(body) && CLIPPED.test(body)) return "cut short: it says so itself"
  return DIGEST.test(subject.trim()) ? "it is a digest: whose words are whose is not told" : undefined
}

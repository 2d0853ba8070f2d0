// gmane.org replaced every address by its local part, 22 characters of hash and a domain of its own.
const GMANE = /^(?<local>.+)-[\w/+-]{22}@(?:public|plane|lo)\.gmane\.org$/u
const SPOKEN_AT = /\s*(?:\(at\)|\[at\]|<at>|\s+at\s+)\s*/iu

/** An address in lower case, with an archive's disguise taken off as far as it can be. */
export function readableAddress(raw: string): string {
  const spoken = raw
    .trim()
    .replace(/^mailto:/iu, "")
    .replace(SPOKEN_AT, "@")
  return spoken.replaceAll(/^[<'"(]+|[>'"),;:.]+$/gu, "").toLowerCase()
}

/** The local part of a scrambled or masked address: all that such an address still tells of its person. */
export function knownLocalPart(address: string): string | undefined {
  const scrambled = GMANE.exec(address)?.groups?.["local"]
  if (scrambled !== undefined) return scrambled.toLowerCase()
  const [local, domain = ""] = address.split("@", 2)
  return /^x{3,}(?:\.x+)*$/u.test(domain) ? local : undefined
}

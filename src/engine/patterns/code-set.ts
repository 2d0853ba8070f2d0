/** Which characters are among some, by their codes: a look at a table costs a third of one at a Set. */
export type CodeSet = Uint8Array

/** The plain ones (ASCII) among some characters. */
export function codeSet(characters: string): CodeSet {
  const codes = new Uint8Array(PLAIN)
  for (let at = 0; at < characters.length; at++) codes[characters.charCodeAt(at)] = 1
  return codes
}

export function isIn(codes: CodeSet, code: number): boolean {
  return code < PLAIN && codes[code] === 1
}

const PLAIN = 128

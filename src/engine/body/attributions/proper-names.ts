const PROPER = /^(?:[^\p{Ll}]|van|von|der|den|de|du|di|da|del|la|le|bin|ibn|al|el|y|zu|ter|ten|dos|das)/u

/** Whether a word may be one of a name: nobody writes names small, but for their particles. */
export function isProper(word: string): boolean {
  return PROPER.test(word)
}

const PROSE = /(?:^|\s)(?:\p{Ll}+[,;]? ){6}/u
const OF_PEOPLE = /(?:^|\s)(?:I|[Ww]e|[Yy]ou|[Tt]hey)(?:['’]\p{Ll}{1,3})? \p{Ll}/u

/** Six plain words in a row: a sentence, whatever else a line looks like. */
export function holdsProse(text: string): boolean {
  return PROSE.test(text)
}

/** "I can …", "we'd like …": somebody speaks of themselves or of others. */
export function speaksOfPeople(text: string): boolean {
  return OF_PEOPLE.test(text)
}

/**
 * Kinds of words that tell whether a sentence takes a stand or tells a story: each kind as a bit, so that one look
 * at a word tells all that it is.
 */
export const VALUE = 1
export const ATTITUDE = 2
export const PAST = 4
export const ACTION = 8
export const MATTER = 16
export const EXAMPLE = 32
export const SELF = 64
/** Holds a sentence together and says nothing by itself. */
export const FORM = 128

const WORDS_BY_CLASS: readonly (readonly [bit: number, words: string])[] = [
  [
    VALUE,
    `better best good bad wrong fine right simple simpler easier useful worse cleaner dangerous ugly broken nice great
    clean safe reasonable easy sensible sane hard complex complicated nicer safer faster slower cheap expensive
    confusing clear clearer worth overkill unnecessary pointless acceptable perfect interesting helpful happy`,
  ],
  [
    ATTITUDE,
    `perhaps possibly completely quite really either anyway generally indeed almost certainly definitely probably
    actually simply surely clearly absolutely totally`,
  ],
  [
    PAST,
    `was were had did didn't wasn't weren't hadn't said asked wrote saw got went found thought tried came took used
    happened misunderstood misread meant mentioned noticed reported told looked ran sent posted assumed started
    decided talked discussed`,
  ],
  [
    ACTION,
    `use using keep keeping move moving add adding remove removing drop dropping support supporting enable expose split
    splitting replace replacing convert change changing put make making avoid allow leave rename revert merge`,
  ],
  [
    MATTER,
    `solution solutions approach patch patches series idea ideas change changes plan suggestion proposal fix fixes
    implementation behavior behaviour design option options way version interface api feature`,
  ],
  [EXAMPLE, "example instance following currently current such similarly namely basically"],
  [SELF, "i my me i'm i'd i've i'll myself"],
  [
    FORM,
    `that this with from have they will what your their there about would which when were been into than then them some
    only also just more like because other does should could where these those being very much here even most such make
    made need don't it's i'm`,
  ],
]

const CLASSES_BY_WORD: ReadonlyMap<string, number> = byWord()

/** All that a word is, as bits; 0 for a word of no kind. */
export function classesOf(word: string): number {
  return CLASSES_BY_WORD.get(word) ?? 0
}

function byWord(): ReadonlyMap<string, number> {
  const classes = new Map<string, number>()
  for (const [bit, words] of WORDS_BY_CLASS)
    for (const word of words.split(/\s+/)) classes.set(word, (classes.get(word) ?? 0) | bit)
  return classes
}

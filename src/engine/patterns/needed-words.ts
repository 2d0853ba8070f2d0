/**
 * The words of which one stands in every text that a pattern matches, in lower case; undefined where there are none.
 *
 * They are read off the pattern's source, so that they cannot part from it. A word is what `\b` takes for
 * one: a run of ASCII letters, figures and "_".
 */
export function neededWords({ source }: RegExp): ReadonlySet<string> | undefined {
  const whole = join(join(UNKNOWN, readAlternatives({ source, at: 0 })), UNKNOWN)
  const needed = new Set<string>()
  for (const sketch of whole) {
    const word = tellingWord(sketch)
    if (word === undefined) return undefined
    needed.add(word)
  }
  return needed
}

/**
 * All that a part of a pattern may match, drawn in three signs: letters of words as they are, BOUNDARY for
 * a place where a word begins or ends, ANYTHING for what cannot be told.
 */
type Sketches = readonly string[]

const BOUNDARY = "|"
const ANYTHING = "*"
const NOTHING: Sketches = [""]
const UNKNOWN: Sketches = [ANYTHING]
// Optional words in a row multiply; no pattern that could do with this comes near it.
const MAX_SKETCHES = 1_000

/** The rarest word of a sketch whose both ends are known: a pattern is tried wherever it stands. */
function tellingWord(sketch: string): string | undefined {
  let rarest: string | undefined
  for (const run of sketch.split(BOUNDARY).slice(1, -1))
    if (run !== "" && !run.includes(ANYTHING) && (rarest === undefined || rarityOf(run) > rarityOf(rarest)))
      rarest = run
  return rarest
}

/** Of the common words their place in the list; the others are rarer, and the longer the rarer. */
function rarityOf(word: string): number {
  return RARITY.get(word) ?? COMMON.length + word.length
}

/** The words that stand in mails most often, the commonest first. */
const COMMON =
  "the to a i of and is that it in for on this you be at not with if but as are s have t from or can we an so by would there which all do my was what some will has they your no one use just should like when more about also get any only other how then them than could may way now m me up out see need think who where does did been want here these those".split(
    " ",
  )
const RARITY: ReadonlyMap<string, number> = new Map(COMMON.map((word, at) => [word, at]))

function join(left: Sketches, right: Sketches): Sketches {
  if (left.length * right.length > MAX_SKETCHES) {
    // One side keeps its words: the one that has some in every case.
    const isLeftTelling = left.every((sketch) => tellingWord(sketch) !== undefined)
    return isLeftTelling ? join(left, [startOf(right)]) : join([endOf(left)], right)
  }
  return unique(left.flatMap((before) => right.map((after) => shorten(before + after))))
}

function startOf(sketches: Sketches): string {
  return sketches.every((sketch) => sketch.startsWith(BOUNDARY)) ? BOUNDARY + ANYTHING : ANYTHING
}

function endOf(sketches: Sketches): string {
  return sketches.every((sketch) => sketch.endsWith(BOUNDARY)) ? ANYTHING + BOUNDARY : ANYTHING
}

/** The two ends, which may grow still, and the word that tells most: the same for most of the ways to say a thing. */
function shorten(sketch: string): string {
  const first = sketch.indexOf(BOUNDARY)
  const last = sketch.lastIndexOf(BOUNDARY)
  if (first === last) return sketch
  const word = tellingWord(sketch)
  const within = word === undefined ? BOUNDARY : BOUNDARY + word + BOUNDARY
  return sketch.slice(0, first) + within + sketch.slice(last + 1)
}

function unique(sketches: Sketches): Sketches {
  return [...new Set(sketches)]
}

interface Reader {
  readonly source: string
  at: number
}

function readAlternatives(reader: Reader): Sketches {
  const all: string[] = []
  for (;;) {
    all.push(...readSequence(reader))
    if (reader.source[reader.at] !== "|") return unique(all)
    reader.at++
  }
}

function readSequence(reader: Reader): Sketches {
  let sketches = NOTHING
  while (reader.at < reader.source.length && !"|)".includes(reader.source.charAt(reader.at)))
    sketches = join(sketches, readQuantified(reader))
  return sketches
}

function readQuantified(reader: Reader): Sketches {
  const once = readAtom(reader)
  const quantifier = take(reader, /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y)
  if (quantifier === undefined) return once
  if (quantifier.startsWith("?")) return unique(["", ...once])
  const isOptional = quantifier.startsWith("*") || quantifier.startsWith("{0")
  return unique([...(isOptional ? NOTHING : []), ...once, ...repeated(once)])
}

/** Several of them in a row: how the first one begins is known, and where all end at a boundary, that too. */
function repeated(once: Sketches): Sketches {
  const isBoundary = once.every((sketch) => sketch === BOUNDARY)
  const end = once.every((sketch) => sketch.endsWith(BOUNDARY)) ? BOUNDARY : ""
  return isBoundary ? once : once.map((sketch) => sketch + ANYTHING + end)
}

function readAtom(reader: Reader): Sketches {
  const sign = reader.source.charAt(reader.at)
  if (sign === "(") return readGroup(reader)
  if (sign === "[") return readClass(reader)
  if (sign === "\\") return [readEscape(reader)]
  reader.at++
  return [sign === "." ? ANYTHING : sketchOf(sign)]
}

function readGroup(reader: Reader): Sketches {
  const opening = take(reader, /\((?:\?(?::|<?[=!]|<\w+>))?/y) ?? ""
  const within = readAlternatives(reader)
  reader.at++
  // What is looked at takes no place.
  return /[=!]$/.test(opening) ? NOTHING : within
}

/** Of a class only two things matter: whether it can be part of a word, and which letters it is if these are few. */
function readClass(reader: Reader): Sketches {
  const members = take(reader, /\[(?:\\[^]|[^\]\\])*\]/y)?.slice(1, -1) ?? ""
  if (/^(?:\\[sW]|\\[^\w]|[^\w\\-]|-$|^-)+$/u.test(members) && !members.startsWith("^")) return [BOUNDARY]
  return /^\w{1,4}$/.test(members) ? unique(Array.from(members, sketchOf)) : UNKNOWN
}

function readEscape(reader: Reader): string {
  const escape = take(reader, /\\(?:[pP]\{[^}]*\}|k<\w+>|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|[^])/iy) ?? ""
  if (/^\\[bsWntrfv]$/.test(escape)) return BOUNDARY
  return /^\\\w/.test(escape) ? ANYTHING : BOUNDARY
}

function sketchOf(sign: string): string {
  return /\w/.test(sign) ? sign.toLowerCase() : BOUNDARY
}

/** What stands at the reader's place and fits a sticky pattern; the reader goes on behind it. */
function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.source)?.[0]
  reader.at += found?.length ?? 0
  return found
}

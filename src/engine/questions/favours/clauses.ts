/** Where one clause of a sentence ends and the next begins. */
const BREAK =
  /[,;:()!?…]+(?=\s|$)|\s[-–—]+\s|\.(?=\s|$)|(?<!\b(?:anything|nothing|all))\s(?=(?:because|since|but|so|although|though|while|whereas|unless|until|if|when|hence|otherwise|therefore|even if|as (?!well|long|far|soon|in|a|the|§|to|it\b|they\b)|and)\s)/

/** It sets a condition or gives a reason: what it says of an option is no word for it. */
const SUBORDINATE =
  /^\W*(?:(?:and|but|so|even|only) )?(?:because|since|although|though|while|whereas|unless|until|if|when|otherwise|as)\b/

/** "Both": who names two options in one breath prefers neither. */
const TOGETHER = /§\d(?: (?:\w+ ){0,2}?)?(?:and|or|as well as|nor|&|\/|and\/or)(?: \w+){0,2}? §\d(?!\d)/g

/** The main clauses of a sentence in which "§0" stands for an option. */
export function clausesOf(marked: string): readonly string[] {
  return marked
    .replaceAll(TOGETHER, (pair) => (/^§(\d)\b.*§\1$/.test(pair) || SETS_BACK.test(pair) ? pair : "both"))
    .split(BREAK)
    .map((clause) => clause.trim())
    .filter((clause) => clause.includes("§") && !SUBORDINATE.test(clause))
}

const SETS_BACK = /\b(?:not|never|no|avoid|drop|instead|rather|than|use|let's|go)\b/

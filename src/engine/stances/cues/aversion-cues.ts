import type { Cue } from "./cue.ts"
import { cue } from "./cue.ts"

/** Ways of shrinking from something: what is said of trouble to come, of a poor trade, of having gone over to something else. */
export const AVERSION_CUES: readonly Cue[] = [
  cue(
    "oppose",
    3,
    "problem issue trouble quarrel difficulty",
    /\bmy (?:\w+ )?(?:problem|issue|trouble|quarrel|difficulty) with\b(?!.*\?$)/,
  ),
  cue(
    "oppose",
    2,
    "doomed bound recipe asking worms slope footgun -gun",
    /\b(?:is|are|be|'s|'re|and)(?: simply| just| surely| clearly)* (?:doomed|bound to (?:fail|break|bite))\b|\brecipe for (?:disaster|trouble|confusion)\b|\basking for trouble\b|\bcan of worms\b|\bslippery slope\b|\bfoot-?gun\b/,
  ),
  cue(
    "oppose",
    2,
    "purpose trouble disease search papering paper papers -aid waste",
    /\bdefeats? the (?:\w+ )?purpose\b|\bmore trouble than (?:it|this|that|they)\b|\bworse than the disease\b|\bin search of a problem\b|\bpaper(?:s|ing)? over\b|\b(?:is|be|seems|looks|seem)(?: just| like| really| only)* a (?:band-aid|waste of)\b/,
  ),
  cue(
    "oppose",
    2,
    "ideal -optimal suboptimal",
    /\b(?:is|are|be|'s|seems?|looks?)(?: rather| somewhat| clearly| quite| a bit)* (?:less than ideal|far from ideal|sub-?optimal)\b/,
  ),
  cue(
    "oppose",
    2,
    "-engineered -engineering overengineered overengineering invasive intrusive disruptive drastic radical -handed",
    /\bover-?engineer(?:ed|ing)\b|\b(?:too|very|rather|quite|overly) (?:invasive|intrusive|disruptive|drastic|radical|heavy-handed)\b/,
  ),
  cue(
    "oppose",
    2,
    "accept bother lose",
    /\bi(?: personally| certainly| definitely)* (?:wouldn't|would not)(?: ever| even| want to| personally)* (?:accept|bother|want to lose)\b/,
  ),
  cue("oppose", 2, "naive unrealistic", /\b(?:naive|unrealistic) to (?:think|believe|expect|assume|hope)\b/),
  cue("prefer", 3, "choice pick", /\bmy (?:personal |own |first )?(?:choice|pick) (?:would be|is|goes to)\b/),
  cue(
    "prefer",
    2,
    "only",
    /\bthe only (?:reasonable|sane|sensible|viable|realistic|workable) (?:\([^)]{1,40}\) )?(?:solution|way|option|approach|choice|answer)\b/,
  ),
  cue(
    "prefer",
    2,
    "rather",
    /(?<=\b(?:not|n't|no)(?: really)?(?: an?| any)? need (?:for|of|to) [^.;]{2,80})\bbut rather\b/,
  ),
  cue("prefer", 3, "mind", /\bchanged my mind\b.{0,60}\bin favou?r of\b/),
]

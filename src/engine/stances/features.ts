import type { OwnSentence, ReadMessage } from "../read-message.ts"
import type { CueKind } from "./cues/cue.ts"
import type { Judgement } from "./judge-sentence.ts"

/** What speaks for and against a sentence as somebody's statement of where they stand; 0 or 1, or a small share. */
export type Features = Readonly<Record<string, number>>

export interface FeatureContext {
  readonly read: ReadMessage
  readonly sentence: OwnSentence
  readonly judgement: Judgement
  readonly isRoot: boolean
  readonly topic: ReadonlySet<string>
}

const KINDS: readonly CueKind[] = [
  "support",
  "oppose",
  "prefer",
  "undecided",
  "change",
  "agree",
  "concede",
  "promise",
  "opinion",
]

export function featuresOf({ read, sentence, judgement, isRoot, topic }: FeatureContext): Features {
  const { strengths, words } = judgement
  const features: Record<string, number> = {}
  for (const kind of KINDS) {
    const strength = strengths[kind] ?? 0
    if (strength > 0) features[kind] = strength / 3
  }
  const text = sentence.text
  const count = words.length
  features["none"] = Number(Object.keys(features).length === 0)
  features["question"] = Number(judgement.isQuestion)
  features["reported"] = Number(judgement.isReported)
  features["conditional"] = Number(judgement.isConditional)
  features["hedged"] = Number(judgement.isHedged)
  features["me"] = Number(/\b(?:I|my|me|I'm|I'd|I've)\b/.test(text))
  features["we"] = Number(/\b(?:[Ww]e|[Ll]et's)\b/.test(text))
  features["tiny"] = Number(count <= 3)
  features["short"] = Number(count > 3 && count <= 8)
  features["long"] = Number(count > 35)
  features["huge"] = Number(count > 55)
  features["first"] = Number(sentence.index === 0)
  features["second"] = Number(sentence.index === 1)
  features["last"] = Number(sentence.index === read.sentences.length - 1)
  features["head"] = Number(sentence.isHead && sentence.under !== undefined)
  features["top"] = Number(sentence.under === undefined)
  features["root"] = Number(isRoot)
  features["rootFirst"] = Number(isRoot && sentence.paragraph <= 1)
  features["topic"] = Math.min(3, words.filter((word) => topic.has(word)).length) / 3
  features["thanks"] = Number(/^(?:thanks|thank you|thx|cheers|regards|best|hi|hello|dear|hey)\b/i.test(text))
  features["odd"] = Number(oddShare(text) > 0.2)
  features["link"] = Number(/https?:\/\//.test(text))
  features["colon"] = Number(text.endsWith(":"))
  features["lower"] = Number(/^[a-z(]/.test(text))
  features["should"] = Number(/\b(?:should|must|need to|let's|has to|have to)\b/i.test(text))
  features["evaluates"] = Number(
    /\b(?:better|best|good|bad|wrong|fine|right|simple|simpler|easier|useful|worse|cleaner|dangerous|ugly|broken|nice|great|clean|safe)\b/i.test(
      text,
    ),
  )
  return features
}

function oddShare(text: string): number {
  const letters = text.match(/[A-Za-z ,.'!?-]/g)?.length ?? 0
  return 1 - letters / Math.max(1, text.length)
}

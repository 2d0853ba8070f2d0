import type { ReadMessage } from "../read-message.ts"
import type { AskingShape } from "./question-forms.ts"

export interface Surroundings {
  readonly read: ReadMessage
  readonly text: string
  readonly before: string | undefined
  readonly next: string | undefined
}

interface Trait {
  readonly when: (surroundings: Surroundings) => boolean
  readonly times: number
}

/** What makes it less, or more, likely that a sentence that asks waits for an answer. */
const TRAITS: readonly Trait[] = [
  // Softened or taken back in the same breath.
  {
    when: ({ text, next }) =>
      /\b(?:if so|if not|otherwise|or),? (?:never ?mind|nvm|ignore|forget)\b/i.test(`${text} ${next ?? ""}`),
    times: 0.4,
  },
  // Asked and answered by the same person.
  {
    when: ({ next }) =>
      next !== undefined &&
      /^(?:yes|no|nope|yep|yeah|because|probably|well, (?:yes|no)|I (?:guess|think|suppose|doubt|don't think)|maybe|not (?:really|at all)|of course|certainly|obviously|nothing|nobody|none|it (?:turns out|is because)|the answer)\b/i.test(
        next,
      ),
    times: 0.5,
  },
  {
    when: ({ text }) =>
      /\b(?:who cares|who knows|why (?:on earth|in the world|bother|would any(?:one|body))|how hard can|what's the (?:worst|big deal)|what could (?:possibly )?go wrong|what else (?:is new|can I say)|isn't that (?:the point|obvious|what)|what's not to|since when|are you (?:kidding|serious|joking)|how dare|when will I ever)\b/i.test(
        text,
      ),
    times: 0.35,
  },
  { when: ({ text }) => /[?!]*(?:!\?|\?!)/.test(text), times: 0.6 },
  { when: ({ text }) => /[;:]-?[)DPp]\W*$/.test(text), times: 0.6 },
  // An argument drawn to its absurd end.
  {
    when: ({ text }) =>
      /^(?:so|then|and so),? .*\b(?:your logic|according to|you're saying|you mean we should|we should just)\b/i.test(
        text,
      ),
    times: 0.5,
  },
  {
    when: ({ text }) =>
      /\b(?:rhetorical|hypothetical|just thinking aloud|thinking out loud|just kidding|jk|lol|haha)\b/i.test(text),
    times: 0.4,
  },
  // A question of one word, or one that the next sentence puts better.
  { when: ({ text }) => text.split(/\s+/).length < 3, times: 0.7 },
  { when: ({ text }) => text.split(/\s+/).length > 55, times: 0.6 },
  { when: ({ text }) => /^\(.*\)\W*$/.test(text), times: 0.7 },
]

/** How likely it is that the author waits for an answer, by the sentence and what stands around it. */
export function waitingWeight(shape: AskingShape, surroundings: Surroundings): number {
  return TRAITS.reduce((weight, { when, times }) => (when(surroundings) ? weight * times : weight), shape.weight)
}

import { quick } from "../patterns/quick-pattern.ts"

const SOLVED = quick(
  /\b(?:that (?:was (?:it|the (?:problem|issue|culprit|cause|reason))|did (?:it|the trick)|worked|(?:fixed|solved) it)|all (?:good|fine|well) now|(?:it|everything) (?:now )?(?:works|boots|builds|runs|compiles|starts)(?: fine)?(?: now| again)|works now)\b/i,
)

/** Words by which an asker says that the trouble is over. */
export function isSolved(text: string): boolean {
  return SOLVED.test(text) && !/\?\W*$|\b(?:but|if|not|n't)\b/i.test(text)
}

const THANKS_ALL = quick(
  /^\W*(?:many )?(?:thanks|thank you|thx)(?: very much| so much| a lot)?,? (?:to )?(?:you )?(?:all|everyone|everybody)\b[^?]{0,40}\bfor (?:your|the|all|these)\b[^?]{0,30}\b(?:answers?|replies|responses|help|input|insights?|explanations?)\b/i,
)

/** Words by which an asker thanks everybody for the answers: they need no more. */
export function thanksAll(text: string): boolean {
  return THANKS_ALL.test(text)
}

const SUCCESS = quick(
  /\b(?:(?:it|that|this|everything|all|which|(?:the|my|your) [\w-]+) (?:all |now |finally |really |indeed |just |has |have )*(?:work(?:s|ed)|solved (?:it|the|my)|fixed (?:it|the|my)|helped (?:to )?(?:solve|fix))(?! out\b| in (?:the )?(?:past|same)\b| (?:with|on|before|until|for (?!me\b|now\b))\b)|(?:finally |now )?(?:managed|was able) to (?:get|make|solve|fix|build|install|compile|run)\b|(?:finally|now) got .{2,40} (?:working|to work)|(?:problem|issue|trouble) (?:is |was |has been |'s )?(?:now )?(?:solved|resolved|fixed|gone)|(?:now )?(?:back in business|up and running)|did the trick|no (?:more )?errors?(?=[.,!]))|^(?:yes|yep|great|ok|okay|ah|cool|perfect|thanks),?!? (?:that|it|this) (?:works|worked)\b/i,
)
const STILL_NOT =
  /\?\W*$|\b(?:if|when|unless|until|but|however|except|unfortunately|would|should|could|can|might|may|hop(?:e|ed|ing)|not|never|used to|only|almost|think|said)\b|n't\b/i

/** The same in more words, where what is wished for, meant or cast in doubt is none. */
export function tellsOfSuccess(text: string): boolean {
  return isSolved(text) || (SUCCESS.test(text) && !STILL_NOT.test(text))
}

const STILL = quick(
  /\b(?:still(?! (?:work|runn?|boot|fine|good|there))|unfortunately|however|alas|but (?:now|then|when|it|the|i)|another (?:problem|issue|error)|(?:does not|doesn't|do not|don't|did not|didn't|no longer) work)\b/i,
)

/** Whether the trouble goes on, or is followed by another. */
export function tellsOfTrouble(text: string): boolean {
  return STILL.test(text)
}

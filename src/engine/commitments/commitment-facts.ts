import { hasAny, wordKind } from "../vocabulary.ts"
import type { OwnSentence, ReadMessage } from "../read-message.ts"
import { dueDate } from "./due-date.ts"
import { quick } from "../patterns/quick-pattern.ts"

/** Something that an author said they will do. */
export interface Promised {
  readonly sentence: OwnSentence
  readonly due: string | undefined
  /** Whether a new version of a patch would keep it. */
  readonly isVersion: boolean
}

/** What one message promises, and what it says is done. */
export interface CommitmentFacts {
  readonly promises: readonly Promised[]
  /** The sentence that says that something promised earlier is done; for a new patch version its first one. */
  readonly done: OwnSentence | undefined
  readonly isNewVersion: boolean
  /** "Unless anybody objects by Friday": what holds if nobody speaks. */
  readonly lazyConsensus: { readonly sentence: OwnSentence; readonly deadline: string | undefined } | undefined
}

const VERBS =
  "send|post|respin|re-?spin|resend|repost|fix|change|update|rework|add|drop|remove|rename|include|address|move|split|make|prepare|submit|clean|rewrite|rephrase|switch|correct|amend|adjust|put|take care|take a look|have a look|look|check|test|try|do|write|open|file|report|ask|investigate|get back|follow up|merge|apply|queue|push|commit|pick|review|work on|come up with|implement|document|start|revert|draft|prep|set up|talk|ping|let you know|upload|release|bisect|run"
const PROMISE = quick(
  new RegExp(
    `\\b(?:i(?:'ll| will|'m going to| am going to| plan to| intend to| can| shall)|we(?:'ll| will)|let me)(?: just| also| then| try to| try and| happily| definitely| go ahead and| probably| surely| gladly| certainly| now)* (?:${VERBS})\\b`,
    "i",
  ),
)
const SHORT_PROMISE = quick(
  new RegExp(
    `^(?:(?:ok(?:ay)?|sure|yes|yep|good (?:point|idea|catch)|right|ah|thanks|agreed|noted)[,.! ]+)*will (?:do\\b|${VERBS}\\b)|^(?:ok,? |sure,? )?on it\\b`,
    "i",
  ),
)
/** "I will not", "if I will", "I can do X if you want", "I can send you X" offered, asked or put as a case: nothing is promised. */
const NO_PROMISE =
  /\?["')]*$|(?:n't|\bnot) (?:look|seem|think|sound|feel|believe|expect|mean)s?(?: like| that| as if)* i(?:'ll| will|'m going| am going)\b|\b(?:i(?:'ll| will) (?:not|never)|won't|i(?:'ll| will) (?:try to |now |just |briefly )*(?:explain|describe|summari[sz]e|elaborate|answer|clarify|outline)|i can't|i can(?:not| only| see| tell| imagine| think| \w+ you)\b|if you (?:want|like|think|prefer)|could|would)\b/i
/** "If that is too slow, I can try to": offered, and it hangs on what others say. */
const OFFER = quick(
  /\b(?:if|when|whenever|unless|should you)\b.{0,200}\bi can\b|\bi can\b.{0,200}\b(?:if|unless|should you)\b/i,
)
const LET_ME_KNOW = quick(/\blet me (?:know|see if you|be)\b/i)

const NEW_VERSION =
  /\bv\d+\b|\bnew version\b|\bnext (?:version|revision|iteration|spin)\b|\b(?:send|post|submit|resend|respin|re-spin|repost)\b/i
const PATCH_SUBJECT = /^\s*\[[^\]]*patch[^\]]*\]/i
const DONE = quick(
  /^(?:(?:ok|okay|thanks|this is|it's|it is|i(?:'ve| have)?|now|just|all|and|here you go|that's)[\s,.;:!-]+){0,4}(?:done|fixed|sent|posted|submitted|filed|updated|uploaded|resent|reposted)\b|^here(?:'s| is| comes| are) (?:the |a |my |an )?(?:v\d|new|updated|patch|second|third)|\bi(?:'ve| have)(?: just| now)? (?:sent|posted|submitted|filed|fixed|uploaded|opened|pushed)\b|\b(?:fixed|done|addressed) in v\d/i,
)

const LAZY = quick(
  /\b(?:unless|if) (?:there (?:are|is)|i (?:hear|see|get|receive)|any(?:body|one)|some(?:body|one)|no ?(?:body|one)|you|we hear|others?)\b.{0,60}\b(?:objects?|objections?|disagrees?|complain(?:s|ts)?|protests?|veto(?:es)?|speaks? up|shouts?|screams?|says? otherwise|against)\b|\blazy consensus\b/i,
)

/** What a message promises, reports as done, or lets pass unless somebody objects. */
export function commitmentFacts(read: ReadMessage): CommitmentFacts {
  const { subject, sentAt } = read.message
  const promises = read.sentences.filter(isPromise).map((sentence) => ({
    sentence,
    due: dueDate(sentence.text, sentAt),
    isVersion: NEW_VERSION.test(sentence.text),
  }))
  const lazy = read.sentences.find(
    ({ text, words }) => hasAny(words.kinds, OBJECTING) && LAZY.test(text.slice(0, 300)) && !text.endsWith("?"),
  )
  const isNewVersion =
    PATCH_SUBJECT.test(subject) && read.lines.some((line) => line.zone === "patch" && line.depth === 0)
  return {
    promises,
    done:
      read.sentences.find(({ text, words }) => hasAny(words.kinds, DOING) && DONE.test(text.slice(0, 200))) ??
      (isNewVersion ? read.sentences[0] : undefined),
    isNewVersion,
    lazyConsensus: lazy && { sentence: lazy, deadline: dueDate(lazy.text, sentAt) },
  }
}

const PROMISING = wordKind("i'll will i'm am plan intend can shall we'll let on")
const OBJECTING = wordKind(
  "objects object objections objection disagrees disagree complains complain complaints complaint protests protest veto vetoes speaks speak shouts shout screams scream says otherwise against lazy",
)
const DOING = wordKind(
  "done fixed sent posted submitted filed updated uploaded resent reposted here here's opened pushed addressed",
)

function isPromise({ text, words }: OwnSentence): boolean {
  if (!hasAny(words.kinds, PROMISING)) return false
  const sentence = text.slice(0, 300)
  if (NO_PROMISE.test(sentence) || OFFER.test(sentence) || LET_ME_KNOW.test(sentence)) return false
  return PROMISE.test(sentence) || SHORT_PROMISE.test(sentence)
}

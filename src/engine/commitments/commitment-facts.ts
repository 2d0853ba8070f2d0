import { hasAny, wordKind } from "../vocabulary.ts"
import type { OwnSentence, ReadMessage } from "../read-message.ts"
import { plainText } from "../words.ts"
import { dueDate } from "./due-date.ts"
import { lazyIn } from "./lazy-call.ts"
import { VERSION, VERSION_PROMISED } from "./version-promise.ts"
import { quick } from "../patterns/quick-pattern.ts"

/** Something that an author said they will do. */
export interface Promised {
  readonly sentence: OwnSentence
  readonly due: string | undefined
  /** Whether a new version of a patch would keep it. */
  readonly isVersion: boolean
}

/** Whether who promises something is the author of the patch that the thread is about. */
export interface Promising {
  readonly isPatchAuthor: boolean
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

/** Of a message that promises nothing, or that is not read yet. */
export const NO_COMMITMENT: CommitmentFacts = {
  promises: [],
  done: undefined,
  isNewVersion: false,
  lazyConsensus: undefined,
}

const VERBS =
  "send|post|respin|re-?spin|resend|repost|fix|change|update|rework|add|drop|remove|rename|include|address|move|split|make|prepare|submit|clean|rewrite|rephrase|switch|correct|amend|adjust|put|take care|take a look|have a look|look|check|test|try|do|write|open|file|report|ask|investigate|get back|follow up|merge|apply|queue|push|commit|pick|review|work on|come up with|spin|roll|reroll|re-roll|mention|handle|squash|fold|incorporate|reword|land|take (?:this|it|them)|implement|document|start|revert|draft|prep|set up|talk|ping|let you know|upload|release|bisect|run"
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
/** What somebody says they will change; "in a follow-up" changes another thing. */
const CHANGE =
  /\b(?:fix|change|update|rework|add|drop|remove|rename|include|address|move|split|clean|rewrite|rephrase|switch|correct|amend|adjust|mention|handle|squash|fold|incorporate|reword|document|do (?:so|that|this|it)|do(?=\W*$|[,.;!])|take care)\b(?!.*\b(?:follow-?ups?|separate|separately|another (?:patch|series)|locally)\b)/i
const PATCH_SUBJECT = /^\s*\[[^\]]*patch[^\]]*\]/i
const DONE = quick(
  /^(?:(?:ok|okay|thanks|this is|it's|it is|i(?:'ve| have)?|now|just|all|and|here you go|that's)[\s,.;:!-]+){0,4}(?:done|fixed|sent|posted|submitted|filed|updated|uploaded|resent|reposted)\b|^here(?:'s| is| comes| are) (?:the |a |my |an )?(?:v\d|new|updated|patch|second|third)|\bi(?:'ve| have)(?: just| now)? (?:sent|posted|submitted|filed|fixed|uploaded|opened|pushed)\b|\b(?:fixed|done|addressed) in v\d/i,
)

/** What a message promises, reports as done, or lets pass unless somebody objects. */
export function commitmentFacts(read: ReadMessage): CommitmentFacts {
  const { subject, sentAt } = read.message
  const isPatchAuthor = isAuthorOfPatch(read)
  const promises = read.sentences
    .filter((sentence) => isPromise(sentence, { isPatchAuthor }))
    .map((sentence) => ({
      sentence,
      due: dueDate(sentence.text, sentAt),
      isVersion: NEW_VERSION.test(sentence.text) || (isPatchAuthor && CHANGE.test(sentence.text)),
    }))
  const lazy = lazyIn(read.sentences)
  const isNewVersion =
    PATCH_SUBJECT.test(subject) && read.lines.some((line) => line.zone === "patch" && line.depth === 0)
  return {
    promises,
    done:
      read.sentences.find(({ text, words }) => hasAny(words.kinds, DOING) && DONE.test(text.slice(0, 200))) ??
      (isNewVersion ? read.sentences[0] : undefined),
    isNewVersion,
    lazyConsensus: lazy && { sentence: lazy.sentence, deadline: dueDate(lazy.term.text, sentAt) },
  }
}

/** Who sent the patch, and what they say in reply. */
function isAuthorOfPatch({ root, message }: ReadMessage): boolean {
  return root !== undefined && isPatch(root.message.subject) && root.message.author.address === message.author.address
}

/** Whether a thread of this subject is about a patch. */
export function isPatch(subject: string): boolean {
  return PATCH_SUBJECT.test(subject)
}

/** Whether only a new version of the patch keeps what was promised: the same, told from a commitment's words. */
export function isForVersion(text: string): boolean {
  return VERSION_NAMED.test(plainText(text)) || CHANGE.test(text) || RESENT.test(text)
}

const VERSION_NAMED = new RegExp(VERSION)
const RESENT = /\b(?:re-?send|re-?spin|re-?post|re-?roll|spin|roll)\b/i

const PROMISING = wordKind(
  "i'll will i'm am plan intend can shall we'll let on v2 v3 v4 v5 v6 v7 v8 v9 version revision round spin iteration series",
)
const DOING = wordKind(
  "done fixed sent posted submitted filed updated uploaded resent reposted here here's opened pushed addressed",
)

function isPromise({ text, words }: OwnSentence, { isPatchAuthor }: Promising): boolean {
  if (!hasAny(words.kinds, PROMISING)) return false
  const sentence = text.slice(0, 300)
  if (NO_PROMISE.test(sentence) || OFFER.test(sentence) || LET_ME_KNOW.test(sentence)) return false
  if (PROMISE.test(sentence) || SHORT_PROMISE.test(sentence)) return true
  return isPatchAuthor && !NEGATED.test(sentence) && VERSION_PROMISED.test(plainText(sentence))
}

const NEGATED = /\b(?:not|never|\w+n't|if|unless)\b/i

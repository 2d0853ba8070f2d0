import { hasAny, wordKind } from "../words/vocabulary.ts"
import type { OwnSentence, ReadMessage } from "../read-message.ts"
import { plainText } from "../words/words.ts"
import { dueDate } from "./due-date.ts"
import { lazyIn } from "./lazy-call.ts"
import { isNoPromise, isOffered } from "./no-promise.ts"
import { VERSION, VERSION_PROMISED } from "./version-promise.ts"
import { quick } from "../patterns/quick-pattern.ts"

/** Something that an author said they will do. */
export interface Promised {
  readonly sentence: OwnSentence
  readonly due: string | undefined
  /** Whether a new version of a patch would keep it. */
  readonly isVersion: boolean
}

/** Whether who promises something is the author of the patch that the thread is about, and when. */
export interface Promising {
  readonly isPatchAuthor: boolean
  readonly sentAt: string | undefined
}

/** What one message promises, and what it says is done. */
export interface CommitmentFacts {
  readonly promises: readonly Promised[]
  /** What they would do if somebody wanted it. */
  readonly offers: readonly OwnSentence[]
  /** The sentence that says that something promised earlier is done; for a new patch version its first one. */
  readonly done: OwnSentence | undefined
  readonly isNewVersion: boolean
  /** "Unless anybody objects by Friday": what holds if nobody speaks. */
  readonly lazyConsensus: { readonly sentence: OwnSentence; readonly deadline: string | undefined } | undefined
}

/** Of a message that promises nothing, or that is not read yet. */
export const NO_COMMITMENT: CommitmentFacts = {
  promises: [],
  offers: [],
  done: undefined,
  isNewVersion: false,
  lazyConsensus: undefined,
}

const VERBS =
  "send|post|respin|re-?spin|resend|repost|fix|change|update|rework|give (?:\\S+ ){1,6}an? (?:try|go|shot|spin|whirl|test|read|look)|add|drop|remove|rename|include|address|move|split|make|prepare|submit|clean|rewrite|rephrase|switch|correct|amend|adjust|put|take care|take a look|have a look|look|check|test|try|do|write|open|file|report|ask|investigate|get back|follow up|pass (?:\\S+ ){1,6}(?:on|along)|e?mail|phone|ring|merge|apply|queue|push|commit|pick|review|work on|come up with|spin|roll|reroll|re-roll|mention|handle|squash|fold|incorporate|reword|land|take (?:this|it|them)|implement|document|start|revert|draft|prep|set up|talk|ping|nudge|let you know|upload|release|ship|bisect|run|reproduce|paint|repaint|bring|arrange|organi[sz]e|book|buy|order|collect|forward|circulate|share|publish|announce|schedule|print|install|reinstall|provide|replace|restore|paste|attach|convert|adapt|find|track down|see (?:if|whether|what) i can"
const FULLY =
  "(?: just| also| then| first| try to| try and| happily| definitely| go ahead and| probably| surely| gladly| certainly| now)*"
/** "Now I can move the mouse" tells what works: only what others may want is offered. */
const CAN =
  "send|post|respin|re-?spin|resend|repost|submit|prepare|fix|add|update|rework|rename|drop|remove|split|squash|write|rewrite|rephrase|draft|test|take (?:care|this|it|them|a look)|have a look|look (?:at|into)|review|revert|implement|document|queue|apply|merge|pick|push|investigate|bisect|report|work on|do (?:that|this|it|so)(?=\\W*$|[,.;:!)]| (?:for you|in|on|by|next|tomorrow|today|tonight|soon|now|later|this|too|as well|then|if|with|when)\\b)"
const PROMISE = quick(
  new RegExp(
    `(?<!\\b(?:after|before|until|if|when|once|whether|what|how|why|where) )\\bi(?:'ll| will|'m going to| am going to| plan to| intend to| shall)${FULLY} (?:${VERBS})\\b|(?<!\\b(?:all|now|that|which|what|where|how|until|thing) )\\bi can${FULLY} (?:${CAN})\\b|(?:(?<=^|[^\\w\\s)] )|(?<=\\b(?:so|and|but|then|ok|okay|now|or|please|first|well|yes|sure) ))let me${FULLY} (?:${VERBS})\\b|\\bi(?:'ll| will) wait\\b[^.;:]{0,60}\\bthen(?: i(?:'ll| will)| will)?${FULLY} (?:${VERBS})\\b`,
    "i",
  ),
)
/** What may be offered: nobody is held to it until somebody takes it up. */
const CAN_DO = quick(
  new RegExp(
    `\\bi(?:'ll| will|'m going to| am going to)${FULLY} (?:${VERBS})\\b|\\bi can${FULLY} (?:${CAN}|${VERBS})\\b|\\bi(?:'m| am|'d be| would be)(?: also| very| more than| quite)? (?:happy|glad|willing) to (?:${VERBS}|lend|help|host|show)\\b`,
    "i",
  ),
)
/** "We will make mistakes", "we will use the new one once there is one": for whom somebody speaks only a term or their own patch tells. */
const OF_US = quick(
  new RegExp(
    `(?<!\\b(?:after|before|until|if|when|once|whether|what|how|why|where) )\\bwe(?:'ll| will)${FULLY} (?:${VERBS})\\b`,
    "i",
  ),
)
const USE = quick(/\bi(?:'ll| will)(?: just| also| then)* use\b|^(?:\W*(?:ok(?:ay)?|sure|yes|right)\b,? )?will use\b/i)
const SHORT_PROMISE = quick(
  new RegExp(
    `^(?:(?:ok(?:ay)?|sure|yes|yep|yeah|(?:good|nice|great|useful) (?:point|idea|catch|to (?:know|hear))|right|a+h+|oh|thanks(?: for \\w+ing (?:it|this|that) out| for the \\w+)?|agreed|noted|understood|makes sense|fair enough|true|great|cool|perfect|you(?:'re| are) right|my (?:mistake|bad))[,.! ]+)*will${FULLY} (?:do\\b|${VERBS}\\b)|^(?:ok,? |sure,? )?on it\\b|^i(?:'m| am)(?: now| already| currently)? (?:looking (?:into|at)|working on) (?:it|this|that|these)(?: now| already| today)?(?=\\W*$|[,.;])|, will do (?:it|this|that|so)\\b`,
    "i",
  ),
)
const NEW_VERSION =
  /\bv\d+\b|\bnew version\b|\bnext (?:version|revision|iteration|spin)\b|\b(?:send|post|submit|resend|respin|re-spin|repost)\b/i
/** What somebody says they will change; "in a follow-up" changes another thing. */
const CHANGE =
  /\b(?:fix|change|update|rework|add|drop|remove|rename|include|address|move|split|clean|rewrite|rephrase|switch|correct|amend|adjust|mention|use|handle|squash|fold|incorporate|reword|document|do (?:so|that|this|it)|do(?=\W*$|[,.;!])|take care)\b(?!.*\b(?:follow-?ups?|separate|separately|another (?:patch|series)|locally)\b)/i
const PATCH_SUBJECT = /^\s*\[[^\]]*patch[^\]]*\]/i
const DONE = quick(
  /^(?:(?:ok|okay|thanks|this is|it's|it is|i(?:'ve| have)?|now|just|all|and|here you go|that's)[\s,.;:!-]+){0,4}(?:done|fixed|sent|posted|submitted|filed|updated|uploaded|resent|reposted)\b|^here(?:'s| is| comes| are) (?:the |a |my |an )?(?:v\d|new|updated|patch|second|third)|\bi(?:'ve| have)(?: just| now)? (?:sent|posted|submitted|filed|fixed|uploaded|opened|pushed)\b|\b(?:fixed|done|addressed) in v\d/i,
)

/** What a message promises, reports as done, or lets pass unless somebody objects. */
export function commitmentFacts(read: ReadMessage): CommitmentFacts {
  const { subject, sentAt } = read.message
  const isPatchAuthor = isAuthorOfPatch(read)
  const promises = read.sentences
    .filter((sentence) => isPromise(sentence, { isPatchAuthor, sentAt }))
    .filter(({ text, index }, at, all) => !(DO_THAT.test(text) && all[at - 1]?.index === index - 1))
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
    offers: read.sentences.filter(isOffer),
    done:
      read.sentences.find(({ text, words }) => hasAny(words.kinds, DOING) && DONE.test(text.slice(0, 200))) ??
      (isNewVersion ? read.sentences[0] : undefined),
    isNewVersion,
    lazyConsensus: lazy && { sentence: lazy.sentence, deadline: dueDate(lazy.term, sentAt) },
  }
}

/** Said of what the sentence before promises. */
const DO_THAT = /^(?:and |so )?(?:i(?:'ll| will)|will) (?:\w+ )?do (?:that|this|so|it)\b/i

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
  "i'll will i'm am patient bear give plan intend can shall we'll let on v2 v3 v4 v5 v6 v7 v8 v9 version revision round spin iteration series",
)
const DOING = wordKind(
  "done fixed sent posted submitted filed updated uploaded resent reposted here here's opened pushed addressed",
)

function isPromise({ text, words }: OwnSentence, promising: Promising): boolean {
  if (!hasAny(words.kinds, PROMISING)) return false
  const sentence = text.slice(0, 300)
  if (isNoPromise(sentence) || (sentence.endsWith(":") && !promising.isPatchAuthor)) return false
  return PROMISE.test(sentence) || SHORT_PROMISE.test(sentence) || isTheirs(sentence, promising)
}

/** What only the author of the patch promises by these words, or who names a term. */
function isTheirs(sentence: string, { isPatchAuthor, sentAt }: Promising): boolean {
  if (OF_US.test(sentence) || PATIENCE.test(sentence)) return isPatchAuthor || dueDate(sentence, sentAt) !== undefined
  return isPatchAuthor && (USE.test(sentence) || isVersionPromised(sentence))
}

/** Who asks the others to wait until then has it by then. */
const PATIENCE = quick(
  /^(?:\w+,? )?(?:please )?(?:be patient|bear with me|give me(?: time)?)\b.{0,20}\b(?:until|till)\b/i,
)

function isVersionPromised(sentence: string): boolean {
  return !NEGATED.test(sentence) && VERSION_PROMISED.test(plainText(sentence))
}

/** "If you like, I can send a plan": it becomes a promise when somebody takes it up. */
function isOffer({ text, words }: OwnSentence): boolean {
  return hasAny(words.kinds, PROMISING) && isOffered(text) && CAN_DO.test(text) && !/\?["')]*$/.test(text)
}

const NEGATED = /\b(?:not|never|\w+n't|if|unless)\b/i

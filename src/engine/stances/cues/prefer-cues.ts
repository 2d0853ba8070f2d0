import { VERSION_PROMISED } from "../../commitments/version-promise.ts"
import type { Cue } from "./cue.ts"
import { cue } from "./cue.ts"

/** Ways of wanting something else, or something more. */
export const PREFER_CUES: readonly Cue[] = [
  cue(
    "prefer",
    3,
    "prefer preferred preferable preference favourite my",
    /\b(?:i(?:'d| would)?(?: also| still| really| much| personally| strongly| definitely| rather| very much| slightly| kind of)* prefer(?:red)?\b(?! not)|my(?: own| personal| current| strong)* (?:preference|preferred|favou?rite)|preferable|would be preferred|better to prefer)/,
  ),
  cue(
    "prefer",
    3,
    "rather",
    /\b(?:i|we|you|they|he|she)(?:'d| would)(?: really| much)* rather\b(?! not)|\bi would (?:much |really )?rather\b/,
  ),
  cue(
    "prefer",
    2,
    "about",
    /^(?:so |and |but |or |well,? |hmm,? |ok,? |otherwise |alternatively,? )*(?:how|what) about (?!the\b.{0,40}\?$)/,
  ),
  cue(
    "prefer",
    2,
    "why can't couldn't shouldn't wouldn't",
    /\b(?:why (?:not|don't (?:we|you)|can't (?:we|you|this)|doesn't)|(?:can't|couldn't|shouldn't|wouldn't) (?:we|you|it|this|that)(?: just| simply| rather| instead| be| also)*)\b/,
  ),
  cue(
    "prefer",
    2,
    "alternatively alternative",
    /\b(?:alternatively|an alternative|as an alternative|the alternative)\b/,
  ),
  cue(
    "ask",
    2,
    "suggest propose recommend advise suggestion proposal recommendation advice",
    /\b(?:i(?:'d| would|'ll)?(?: also| strongly| still| like to| therefore| rather| humbly| definitely)* (?:suggest|propose|recommend|advise)|my (?:suggestion|proposal|advice|recommendation))\b/,
  ),
  cue(
    "ask",
    2,
    "just simply",
    /\b(?:could|can|should|would|may|might|let's|lets|we|you|i'd|i would)(?: (?:we|you|i|all|also|probably|maybe|perhaps|instead|start by))* (?:just|simply)\b/,
  ),
  cue(
    "prefer",
    2,
    "just simply",
    /(?<!\b(?:if|when) )\b(?:we|you|it|they) (?:really |probably |could |should |can |might )*(?:just|simply) (?:always )?(?:need|use|do|add|make|keep|link|drop|call|have|let|return|put|set)\b|^(?:so |and |but )?just (?:use|do|add|make|keep|call|let|put|set)\b/,
  ),
  cue("prefer", 2, "instead rather", /^(?:but |and |so )?why\b.{5,100}\b(?:instead of|rather than)\b/),
  cue(
    "ask",
    2,
    "should need must ought needs has have",
    /\b(?:you|we|one|u|they|this|that|it|kernel|patch)(?: really| probably| definitely| also| all| still| only| clearly| maybe| then)* (?:should|must|need to|needs to|ought to|have to|has to)(?: really| probably| rather| just| simply| instead| at least| also| then)* (?!not\b|be (?:fine|ok|good|okay|enough|able)\b)\w+/,
  ),
  cue("ask", 2, "let's lets let", /\b(?:let's|lets|let us) (?!(?:not|know|see)\b)\w+/),
  cue(
    "ask",
    2,
    "keep leave stick stay sticking leaving keeping staying",
    /\b(?:keep|leave|leaving|keeping|stick|sticking|stay|staying)(?: \w+){0,4} (?:as[- ]is|alone|with|where|unchanged|as it is|separate|simple)\b/,
  ),
  cue(
    "ask",
    2,
    "use try take look consider check see",
    /^(?:or |and |then |just |simply |also |ok,? |you (?:can|could|may|might) (?:also |just |simply )?|please |maybe |perhaps |@\S+ |u can )*(?:use|try|take a look|have a look|consider|do consider|see(?! (?:https?:|www\.|commit\b|the |also |section |chapter |page |below|above|\[|\w+\())|check)\b/,
  ),
  cue(
    "ask",
    2,
    "make",
    /\b(?:would|could|might|will) make (?:\w+ ){1,5}(?:much |significantly |a lot |far )?(?:easier|clearer|simpler|better|nicer|cleaner|safer|shorter)\b/,
  ),
  cue(
    "ask",
    2,
    "think",
    /\bi think (?:we|it|this|that|you) (?:would|could|might) (?!be (?:fine|ok|good|okay|enough|able)\b)\w+/,
  ),
  cue("ask", 2, "vote option", /\b(?:my vote|i(?:'d| would) vote|vote)\b|\boption [a-z0-9]\b/),
  cue(
    "prefer",
    3,
    "vote",
    /\bmy vote (?:is|would be|goes)(?: still| clearly)?(?: to| for)? (?:delet|remov|drop|revert|keep|leav|do|go|us|mak|mov|split|start|wait)(?:e|ing|p|t)?\b/,
  ),
  cue(
    "prefer",
    3,
    "i'd would go",
    /\bi(?:'d| would)(?: personally| probably| just| simply| rather| definitely| still| also)* (?:go (?:for|with)|use|stick (?:to|with)|choose|pick|opt (?:for|to)|keep|stay with)\b/,
  ),
  cue(
    "ask",
    2,
    "i'd would",
    /\bi(?:'d| would)(?: personally| probably| just| simply| rather| definitely| still| also| only)* (?:do|start|drop|make|leave|remove|add|put|move|say|expect|like to see|want to see|rename|split)\b/,
  ),
  cue(
    "ask",
    3,
    "better easier simpler cleaner clearer safer nicer wiser saner best",
    /\b(?:would|might|may|could|will|'d|seems?|is|it's|be|think it is|think it's|think it will be)(?: be| much| far| probably| also| a lot| perhaps| way| even| likely| somehow| seem)* (?:better|easier|simpler|cleaner|clearer|safer|nicer|wiser|saner|best)\b/,
  ),
  cue(
    "prefer",
    2,
    "wouldn't isn't shouldn't",
    /\b(?:wouldn't|isn't) (?:it (?:be )?(?:\w+ )?(?:better|simpler|easier|nicer|cleaner|saner|safer)|(?:the|a) (?:right|better|best|correct|proper|simplest|easiest|cleaner|simpler) (?:\w+ )?(?:solution|way|approach|fix|thing|option|place) (?:be|to)\b)/,
  ),
  cue(
    "prefer",
    3,
    "belongs belong handled done fixed solved implemented dealt real proper right correct",
    /\b(?:this|that|it|they|these|such (?:a )?\w+) (?:really |rather |clearly |all |probably |actually )*(?:belongs?|(?:should|must|needs to|ought to)(?: really| rather| probably)? be (?:handled|done|fixed|solved|implemented|dealt with)) (?:in(?:to|side)?|by|at|to|on) (?:the )?[\w-]+(?: [\w-]+){0,3}(?=[.,;!]| (?:and )?(?:not|rather than|instead)\b|$)|\bthe (?:real|proper|right|correct) (?:fix|place|solution)(?: for this| here)? (?:is|would be)\b/,
  ),
  cue(
    "prefer",
    3,
    "like",
    /\bi(?: do| really| actually| personally| much)* like (?:the )?(?:approach|patch|version|idea|solution|one|way|variant|series|proposal)?(?: (?:of|in|from|by))?.{0,40}\b(?:better|more|best)(?= than\b|[.,;!]|$)/,
  ),
  cue(
    "prefer",
    2,
    "simpler easier cleaner nicer better safer clearer",
    /\ban? (?!new\b)(?:[\w-]+ ){1,3}(?:is|would be|seems|might be|'d be) (?:much |far |way |a lot |even )(?:simpler|easier|cleaner|nicer|better|safer|clearer)\b/,
  ),
  cue("prefer", 2, "superior", /\bsuperior to\b/),
  cue(
    "ask",
    2,
    "easiest simplest best cleanest proper usual way route safest",
    /\bthe (?:easiest|simplest|best|cleanest|safest|proper|usual) (?:way|route|solution|approach|thing|option|fix)(?: \w+){0,4} (?:is|would be|might be|may be|will be)\b|\b(?:is|be) (?:probably |likely |perhaps )?the (?:easiest|simplest|cleanest|safest) (?:way|route|solution|approach|thing|option|fix)\b/,
  ),
  cue(
    "ask",
    2,
    "urge encourage",
    /\bi(?:'d| would|'ll)?(?: also| strongly| still| like to| therefore| rather| humbly| definitely)* (?:urge|encourage)\b/,
  ),
  cue("prefer", 3, "natural preferable logical sensible", /\b(?:more (?:natural|logical|sensible)|preferable)\b/),
  cue(
    "prefer",
    2,
    "better alternative another different cleaner simpler",
    /\b(?:a (?:much |far )?(?:better|different|cleaner|simpler)|an? alternative|another|alternative) (?:approach|solution|way|option|fix|route|place|choice|direction|method|design|plan|idea)\b/,
  ),
  cue(
    "prefer",
    3,
    "instead rather",
    /^(?:so |but |hmm,? |well,? )?(?:instead of|rather than) [^,]{2,80}, (?:please |maybe |perhaps )?(?:i'd|i would|we|you|just|simply|keep|use|do|take|make|have|let's|add|put|try)\b/,
  ),
  cue("prefer", 1, "instead rather", /\b(?:instead(?: of)?|rather than)\b/),
  cue(
    "prefer",
    2,
    "instead",
    /\b(?:use|do|using|doing|change|fix|go with|just|simply|keep|support|handle|put|make|have|add|take) .{1,60} instead\b/,
  ),
]

/** Ways of asking for a change in what is otherwise accepted, and of promising one. */
export const CHANGE_CUES: readonly Cue[] = [
  cue(
    "change",
    3,
    "otherwise apart except besides modulo other aside",
    /\b(?:otherwise|other than that|apart from (?:that|this|the|these|those)|except for|aside from (?:that|this|these|those)|modulo|besides that)\b(?=.{0,60}\b(?:good|fine|ok|okay|great|nice|agree|lgtm|reasonable|sense|happy|ack|ready|correct|reviewed-by|acked-by)\b)|\b(?:good|fine|ok|okay|great|nice|agree|lgtm|happy|ack|ready)\b.{0,30}\b(?:otherwise|other than that|apart from|except for|aside from|modulo)\b/,
  ),
  cue("change", 2, "needs", /\bneeds (?:\w+ ){1,4}(?:first|before)\b/),
  cue(
    "change",
    3,
    "without until can't cannot won't will",
    /\b(?:without|until) .{2,60} i (?:can't|cannot|won't|will not) (?:take|merge|apply|ack|accept)\b|\bi (?:can't|cannot|won't|will not) (?:take|merge|apply|ack|accept) (?:this|it|that|them)\b.{0,20} (?:without|until|as[ -]is)\b/,
  ),
  cue(
    "change",
    3,
    "with",
    /\bwith (?:that|this|the(?:se)?|those|it)(?: \w+){0,4} (?:fixed|changed|addressed|tweaked|done|removed|added|corrected|resolved|updated|in place)\b/,
  ),
  cue(
    "change",
    2,
    "nit nits nitpick minor small couple few change suggestion remark thing suggestions comment remarks comments issue things issues changes nitpicks",
    /\b(?:nit(?:s|picks?)?\b|(?:minor|small|couple of|few)(?: minor| small)? (?:nits?|comments?|issues?|remarks?|suggestions?|things?|changes?)\b|some (?:minor |small )?(?:nits?|comments?|remarks?|suggestions?)\b)/,
  ),
  cue(
    "ask",
    2,
    "please pls",
    /\b(?:please|pls)(?: also| just| at least| do| can you)* (?:add(?! me\b)|change|fix|split|use|drop|remove|rename|move|update|make|document|explain|resend|mention|keep|put|include|describe|expand|clarify|provide|send|convert|replace|avoid|follow|rebase|respin|be more|write|check|consider|don't)\b/,
  ),
  cue(
    "ask",
    2,
    "could can would will",
    /\b(?:could|can|would|will) (?:you|we)(?: please| also| maybe| perhaps| at least| then)* (?:add(?! me\b)|change|fix|split|use|drop|remove|rename|move|update|make|document|explain|resend|mention|keep|put|include|describe|expand|clarify|provide|send|convert|replace|rebase|respin|elaborate|write)\b/,
  ),
  cue(
    "ask",
    2,
    "should needs need must missing ought has",
    /\b(?:should|needs? to|must|ought to|has to)(?: also| probably| really| rather)* be\b|(?<!\b(?:the|no|any|a|without) )\bneeds? (?:a|some|more|an|to(?! (?:know|understand|see|remember|guess|emulate)\b))\b|\b(?:is|are|seems to be) missing\b/,
  ),
  cue(
    "promise",
    2,
    "done fixed addressed changed will i'll catch",
    /^(?:done|fixed|will do|ok,? will|sure,? will|ack,? will|good (?:point|idea|catch),? (?:i'll|will))\b|\b(?:fixed|changed|done|addressed) (?:in|for) (?:v\d|the next|next)/,
  ),
  cue(
    "promise",
    3,
    "ok okay sure yes yep right agreed fine good ah thanks true indeed makes fair",
    /^(?:(?:ok(?:ay)?|sure|yes|yep|right|agreed|fine|good (?:point|idea|catch)|ah|thanks|true|indeed|makes sense|fair enough)[,.! ]+)+(?:i(?:'ll| will| can)|let me) (?!(?:try|check|test|look|see|think|wait|get|ask|have|read|play|drop it|not|leave it|only)\b)\w+/,
  ),
  cue(
    "promise",
    3,
    "i'll will i'm am plan",
    /\b(?:i(?:'ll| will| am going to|'m going to| plan to)|^will|, will)(?: just| also| then| try to| happily| definitely| go ahead and| probably| surely)* (?:send|post|respin|re-spin|resend|repost|fix|change|update|rework|add|drop|remove|rename|include|address|move|split|submit|rewrite|rephrase|switch|correct|amend|adjust|incorporate|reword|do that|do so|do it|make (?:it|that|this|the) )/,
  ),
  cue(
    "promise",
    3,
    "next",
    /\b(?:i|will|be|done|fixed|changed|added|removed|made) .{0,40}\b(?:in|on|for|with) (?:my|the) next (?:patch|version|revision|series|spin|iteration)\b|\b(?:in|on|for) (?:my|the) next (?:patch|version|revision|series|spin|iteration),? i(?:'ll| will)\b/,
  ),
  cue(
    "promise",
    3,
    "v2 v3 v4 v5 v6 version will i'll going can",
    /\bi(?:'ll| will| can|'m going to)\b.{0,40}\b(?:v\d|(?:new|next|another) version)\b/,
  ),
  cue("promise", 2, "v2 v3 v4 v5 v6 v7 v8 v9 version revision round spin iteration series", VERSION_PROMISED),
  cue(
    "ask",
    2,
    "keep make use add drop leave rename fix put don't only",
    /\bbut (?:please |do |let's |then )*(?:keep|make|use|add|drop|leave|rename|fix|put|don't|only)\b/,
  ),
]

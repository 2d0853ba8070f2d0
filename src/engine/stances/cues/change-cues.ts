import { VERSION_PROMISED } from "../../commitments/version-promise.ts"
import type { Cue } from "./cue.ts"
import { cue } from "./cue.ts"

/** Ways of asking for a change in what is otherwise accepted, and of promising one. */
export const CHANGE_CUES: readonly Cue[] = [
  cue(
    "change",
    3,
    "otherwise apart except besides modulo other aside",
    /\b(?:otherwise|other than that|apart from (?:that|this|the|these|those)|except for|aside from (?:that|this|these|those)|modulo|besides that)\b(?=.{0,60}\b(?:good|fine|ok|okay|great|nice|agree|lgtm|reasonable|sense|happy|ack|ready|correct|reviewed-by|acked-by)\b)|\b(?:good|fine|ok|okay|great|nice|agree|lgtm|happy|ack|ready)\b.{0,30}\b(?:otherwise|other than that|apart from|except for|aside from|modulo)\b/,
  ),
  cue(
    "change",
    3,
    "must mustn't should shouldn't cannot can't may",
    /\b(?:must not|mustn't|should not|shouldn't|cannot|can't|may not)(?: really| yet)? (?:go in|land|be (?:merged|applied|committed|pushed|released|taken))\b.{0,20}\b(?:before|until|without|unless)\b/,
  ),
  cue(
    "change",
    2,
    "only",
    /\b(?:my|the) only(?: real| big| minor| small| other| remaining)* (?:concern|worry|nit|nitpick|hesitation|reservation|complaint|gripe|objection|quibble|remark|request)\b/,
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
    /\b(?:should|needs? to|must|ought to|has to)(?: also| probably| really| rather)* be\b(?! (?:able|fine|ok|okay|enough|possible|prepared|careful|aware)\b)|(?<!\b(?:the|no|any|a|without) )\bneeds? (?:a|some|more|an|to(?! (?:know|understand|see|remember|guess|emulate)\b))\b|\b(?:is|are|seems to be) missing\b/,
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

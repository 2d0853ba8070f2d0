import type { Cue } from "./cue.ts"
import { cue } from "./cue.ts"

/** Ways of not knowing yet. */
export const UNDECIDED_CUES: readonly Cue[] = [
  cue(
    "undecided",
    3,
    "undecided torn fence ambivalent minds",
    /\b(?:undecided|i(?:'m| am) torn|on the fence|ambivalent|of two minds|in two minds)\b/,
  ),
  cue(
    "undecided",
    3,
    "opinion preference feeling feelings view opinions preferences views opinionated strong strongly particular",
    /\b(?:no|not|n't)(?: really| have| a| any| very| particularly)* (?:(?:strong(?:ly)?|particular|real|clear) )?(?:opinions?|preferences?|feelings?|views?|opinionated)\b/,
  ),
  cue(
    "undecided",
    2,
    "wonder wondering",
    /\bi(?:'m| am| do| was| also| just| still)* wonder(?:ing)? (?:if|whether|how|why|about)\b(?! (?:you|any(?:one|body)|some(?:one|body)) (?:would|could|can|might)\b)|^wondering\b/,
  ),
  cue(
    "undecided",
    2,
    "know tell say idea",
    /\bi(?: really| honestly| also)* (?:don't|do not|can't|cannot) (?:know|tell|say)(?: yet| if| whether| enough)?\b(?! (?:for sure (?:when|how|what)|how|what|why|where|who|which|exactly|i'm|i am|that i|(?:he|she|they|these|those|my|your)\b))|\bhard to (?:say|tell)\b/,
  ),
  cue(
    "undecided",
    2,
    "depends",
    /\b(?:it|that|this|answer|which)(?: really| all| also| just| mostly| probably| strongly| of course| very much)* depends (?:on|what|how|whether)\b|^depends\b/,
  ),
  cue(
    "undecided",
    2,
    "confused contradictory unclear clear",
    /\b(?:i(?:'m| am)(?: a bit| a little)? confused|contradictory|unclear(?: to me)?|(?<!\bi was )not clear(?: to me)?)\b/,
  ),
  cue(
    "undecided",
    2,
    "before first until",
    /\b(?:need|want|have|like|needs)(?: to)? (?:know|see|understand|think|look|check|test|hear|be convinced)\b.*\b(?:before|first|until)\b/,
  ),
  cue(
    "undecided",
    2,
    "think about sleep",
    /\b(?:need|have|want|let me|i'll|going) (?:to )?(?:think|sleep) (?:about|on|more)\b/,
  ),
  cue(
    "undecided",
    3,
    "sure certain unsure",
    /(?:\bnot|n't)(?: (?:really|entirely|quite|totally|completely|yet|so|too|honestly|at all|100%|exactly|very))* (?:sure|certain)(?: yet)?(?: if| whether| about (?:this|that|the (?:patch|idea|change|approach))| (?:that )?(?:we|this|it|that) (?:should|is|want|need|makes?)| i (?:want|like|agree)|,|\.|$)|\bunsure (?:if|whether|about)\b/,
  ),
  cue(
    "undecided",
    2,
    "missing misunderstanding",
    /\bi (?:might|may|could)(?: well| just| also)? be (?:missing|misunderstanding)\b/,
  ),
  cue(
    "undecided",
    3,
    "sure certain convinced",
    /(?:\bnot|n't)(?: really| quite| entirely| so| yet)? (?:sure|certain)(?: that)? .{2,50} (?:is|are|makes|would be|'s)(?: really| even| quite| actually)? (?:justified|needed|right|correct|worth|a good|the right|necessary|enough|sense|warranted|desirable|safe)\b/,
  ),
  cue(
    "undecided",
    2,
    "sure certain know",
    /\bi(?:'m| am) (?:not|still not|also not)(?: really| quite| entirely| at all)* (?:sure|certain) (?:what|which|how) (?:the|to|is|would|we|this|that|else)\b|\bi (?:don't|do not) know (?:a|of any|any) (?:good|better|right|real) (?:solution|answer|way)\b/,
  ),
  cue(
    "undecided",
    3,
    "against opposed",
    /(?:\bnot|n't)(?: really| at all| strictly| strongly| necessarily| per se)* (?:against|opposed)\b.*\b(?:questions?|doubts?|wonder|unsure|not sure)\b/,
  ),
  cue("undecided", 1, "sure certain unsure", /(?:\bnot|n't)(?: \w+)? (?:sure|certain)\b|\bunsure\b/),
]

/** Ways of agreeing, giving in, and of marking a view as one's own. */
export const OPINION_CUES: readonly Cue[] = [
  cue(
    "agree",
    3,
    "agree agreed agreement concur same seconded seconding second agreeing exactly ditto said with share side",
    /\b(?:i|we)(?: would| also| do| fully| totally| completely| strongly| entirely| certainly| can only| definitely| tend to| mostly| kind of| very much| have to|'d(?: like to)?| would like to| want to| broadly| pretty much| wholeheartedly| generally| can| must| largely| basically| absolutely| still| actually)* (?:agree|concur|second)\b|^(?:@\S+ )?(?:fully |totally |completely |strongly |100% |so )?agreed\b|^(?:\w+ )?i agree\b|^(?:second(?:ed|ing)|same here|ditto|(?:yes,? |yeah,? )?what \w+ said|exactly)\b|\bin agreement\b|\bi(?:'d| would| do|'ll)? side with\b|\bi(?:'m| am) (?:totally |fully |also )?with (?!(?:it|the|this|that|a|you all)\b)\w+(?: on this| here| there|[.,!]|$)|\bi(?: also| fully| do)* share (?:this|that|the|his|her|their|your|\w+'s) (?:\w+ )?(?:concerns?|opinion|view|worry|worries|sentiment)\b/,
  ),
  cue(
    "concede",
    3,
    "right correct true",
    /^(?:ah|oh|ok|okay|yes|yeah|hmm|indeed|sorry|but|no|well|hm|argh|yep|true|d'oh|i see|i think|i guess|and)?[ ,.!]*(?:ah,? |oh,? |ok,? |sorry,? |yes,? |but )?(?:you(?:'re| are)|he(?:'s| is)|she(?:'s| is)|that(?:'s| is)) (?:absolutely |totally |completely |probably |quite |perfectly |of course |both |certainly |indeed )*(?:right|correct|true)\b/,
  ),
  cue(
    "agree",
    3,
    "right correct point",
    /^(?:(?:yes|yeah|no|but|and|so|i think),? )?@?(?!(?:this|that|it|what|which|there|everything|who|one|none|all|something|nothing|someone|somebody)\b)[\w-]+ (?:is (?:absolutely |totally |quite |completely )?(?:right|correct)|has a point)(?: (?:here|that|in that|to|about|on|when|with)\b|[.,!;:]|$)/,
  ),
  cue(
    "concede",
    3,
    "fair",
    /^(?:ok,? |okay,? |yes,? |yeah,? |hmm,? |ah,? |that's |that is )*(?:a )?fair(?: enough| point| comment| argument| concern)?\b(?! question)/,
  ),
  cue(
    "concede",
    3,
    "point catch argument",
    /^(?:ok,? |yes,? |hmm,? |ah,? |oh,? |that's |very |you make |you raise |an )*(?:a )?(?:good|valid|excellent|great|fair|nice) (?:point|catch|argument)\b|\byou have a point\b|\bpoint taken\b/,
  ),
  cue(
    "concede",
    3,
    "scratch disregard ignore please",
    /^(?:(?:ah|oh|ok|sorry|so|well|hm+|actually)[ ,.!]+)?(?:scratch that|disregard (?:that|this|my)|please (?:ignore|disregard) (?:this|that|my))(?:[,.! ]|$)/,
  ),
  cue(
    "concede",
    3,
    "wrong mistaken corrected",
    /\bi(?:'m| was| am| stand)(?: totally| completely| clearly| probably| just)? (?:wrong|mistaken|corrected)\b/,
  ),
  cue(
    "concede",
    1,
    "mistake missed misread misunderstood overlooked misremembered misunderstanding",
    /\b(?:my (?:mistake|misunderstanding)|i (?:totally |completely |must have |have )?(?:misread|misunderstood|misremembered)|i (?:totally |completely |must have |have )?(?:missed|overlooked) (?:that|this|it|the|your)\b(?! (?:thread|mail|email|message|discussion|patch)))\b/,
  ),
  cue(
    "concede",
    3,
    "mind thought thoughts second thinking sleeping slept",
    /\b(?:chang(?:ed|e|ing) my mind|on second thoughts?|having second thoughts|after (?:thinking|sleeping|some thought)|slept on (?:it|this)|thinking (?:more|again) about)\b/,
  ),
  cue(
    "concede",
    3,
    "convinced persuaded sold",
    /\b(?:you|that|this|it)(?:'ve| have| has)? (?:now )?(?:convinced|persuaded|sold) me\b/,
  ),
  cue(
    "concede",
    3,
    "withdraw withdrawn retract back take drop lift nak nack objection concern",
    /\b(?:i(?:'ll| will| hereby)? (?:withdraw|retract|take (?:it|that|this|my (?!ack|review|test|approv|r-b|tag)\w+) back)|(?:drop|withdraw|lift|retract)(?:ing)? my (?:nak|nack|objection|concern))\b/,
  ),
  cue(
    "concede",
    1,
    "see mind nevermind bad noise indeed true right thanks sense explains yes you're forgot",
    /^(?:ah|oh|ok(?:ay)?|right|hm+|aha|ugh|argh)?[ ,.!]*(?:i see(?: (?:now|that now|what you mean))?[,.!]|never ?mind(?: then)?[,.!]|my bad\b|that explains it\b|makes sense(?: now)?[,.!]|(?:yes|true|right),? i (?:forgot|see)\b|i(?: had| totally| completely)* forgot (?:about|that)\b|(?:sorry for|ignore) (?:the|my) noise\b|thanks for (?:explaining|the explanation|clarifying|the clarification)[.,!]|(?:yes,? )?you(?:'re| are) right\b)|\bsorry for the noise\b|^(?:true|indeed|right)[.!]$/,
  ),
  cue(
    "concede",
    2,
    "ok okay alright oh ah right",
    /^(?:ok|okay|alright|all right|oh well|ah|right)[,.:]? (?:then |let's |lets |i guess|i(?:'ll| will)(?! (?:try|have|take|look|test|check|see|play|think|read|wait|let|get|ask)\b)|in that case|that (?:makes|works)|makes|sounds|works)/,
  ),
  cue(
    "concede",
    2,
    "case convinced guess suppose live oh choice",
    /\b(?:in that case|i guess (?:we|it|this|that|i)(?! depends| can always)|i suppose (?!it depends)(?:we|it|this|that|so|i)\b|i can live with|could live with|can live with|have no choice|oh well)\b/,
  ),
  cue(
    "opinion",
    2,
    "imo imho afaict opinion view personally honestly feeling impression perspective concerned cents mind me take point",
    /\b(?:imho|imo|in my (?:humble )?(?:opinion|view|mind)|personally|my (?:opinion|view|take|feeling|impression)|to me\b|from my (?:point|perspective)|as far as i(?:'m| am) concerned|my two cents|my 2 cents|honestly)\b/,
  ),
  cue(
    "opinion",
    2,
    "think believe feel guess find consider inclined want hope expect argue reckon doubt suspect like",
    /\b(?:i|we)(?: really| still| also| do| personally| just| would| strongly| certainly| definitely| honestly| am| 'm|'d| rather)* (?:think|believe|feel|find|consider|inclined|reckon|argue|doubt|expect|want|hope|suspect|like)\b/,
  ),
  cue(
    "opinion",
    1,
    "seems should must want important main key question goal reason whole idea purpose seem only real",
    /\b(?:seems?|should|must|important|the (?:main|real|key|whole|goal|reason|purpose|only|idea))\b/,
  ),
  cue(
    "agree",
    2,
    "absolutely definitely indeed yes yeah yep true",
    /^(?:absolutely|definitely)\b(?! not\b)|^(?:yes|yeah|yep|indeed|true),? (?:please|exactly|absolutely|definitely)\b/,
  ),
  cue(
    "disagree",
    3,
    "disagree agree buy true nonsense wrong false correct incorrect mistaken think",
    /\bi(?: strongly| really| still| would| do| must| have to| firmly| totally| completely| have| respectfully)* disagree\b|\bi(?: really| still| just| also| personally| honestly)* (?:don't|do not|cannot|can't|wouldn't)(?: really| quite| particularly| honestly| actually| at all| necessarily)* (?:agree|buy (?:that|this|it|the))\b|^(?:no,? |well,? |but |sorry,? |uh,? )*(?:that(?:'s| is)(?: just| simply| plainly)? (?:wrong|incorrect|not correct)|(?:that|this)(?:'s| is)(?: just| simply| plainly)? (?:not true|nonsense|false))\b|^(?:no,? )?you(?:'re| are) (?:just |simply )?(?:wrong|mistaken)\b|^(?:no,? |sorry,? )*i don't think so\b/,
  ),
  cue("agree", 3, "agree", /^(?:strongly|fully|totally|completely|wholeheartedly|absolutely|also|heartily) agree\b/),
  cue("agree", 3, "do am would have", /^(?:as|so|neither|nor) (?:do|am|would|have) i\b/),
  cue("agree", 3, "absolutely", /^absolutely[.!]*$/),
  cue(
    "agree",
    1,
    "exactly precisely true quite ^ ^^ ^^^",
    /^(?:exactly|precisely|very true|quite so|\^{1,3})(?:[,.!]|$)/,
  ),
]

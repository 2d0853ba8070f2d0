import type { Cue } from "./cue.ts"
import { cue } from "./cue.ts"

const BAD =
  "wrong|bad|broken|ugly|horrible|terrible|gross|silly|pointless|useless|insane|overkill|dangerous|hacky|crazy|premature|nonsense|bogus|unacceptable|backwards|weird|awful|nasty|flawed|misguided|unnecessary|harmful|suspicious|fragile|racy|error[- ]prone|confusing|misleading|weak|risky|unsafe|not good|not right|not acceptable|not needed|not necessary|not ok|not okay|not correct|not suitable|not _?suitable|not appropriate|not worth|not enough|not safe|not a good|too much|too complicated|too complex|too late|too early|a bad idea|a mistake|a hack|a regression|a no-go|a terrible|a horrible|a very wrong|the wrong"

/** Ways of being against something. */
export const OPPOSE_CUES: readonly Cue[] = [
  cue(
    "oppose",
    3,
    "nak nack naked nacked nacking nak'd naking",
    /^(?:sorry,? |still |so |big |strong |hard |hence |a |that's a |therefore |ok,? )*(?:nak|nack)(?:ed)?\b|\bi(?:'m| am| have to| must| will|'ll| do| keep| still| would| hereby)* (?:nak|nack)(?:ed|ing)?\b|\b(?:firm|hard|strong|clear|big|my|fat) (?:nak|nack)\b|\bkeep (?:my )?(?:nak|nack)\b/,
  ),
  cue(
    "oppose",
    3,
    "reviewed-by acked-by tested-by ack review r-b tag tags approval my",
    /\b(?:withdraw|retract|revoke|rescind|drop|remove|take)(?:ing)?(?: back)? my (?:(?:reviewed|acked|tested)-by|ack|r-b|tags?|approval)\b/,
  ),
  cue("oppose", 3, "-1 -10 -100", /(?:^|[\s(])-10{0,2}(?: from| on| for|,|\.|$)/),
  cue("oppose", 3, ":-1 :thumbsdown", /^:(?:-1|thumbsdown):/),
  cue(
    "oppose",
    3,
    "object disagree oppose",
    /\bi(?: strongly| really| still| would| do| must| have to| firmly| totally| completely| have)* (?:object|disagree|oppose)\b/,
  ),
  cue(
    "oppose",
    3,
    "against opposed",
    /\bi(?:'m| am| would be|'d be)(?: still| strongly| totally| very much| firmly| completely| also| rather)* (?:against|opposed)\b/,
  ),
  cue(
    "oppose",
    3,
    "like want agree think believe see buy support",
    /\bi(?: really| still| just| also| personally| honestly)* (?:don't|do not|didn't|cannot|can't|wouldn't)(?: really| quite| think i| particularly| honestly| actually| at all| necessarily| much)* (?:like|agree|support|buy|want (?:this|that|it|to see|the|any|us|to have))\b/,
  ),
  cue(
    "oppose",
    2,
    "think believe see feel",
    /\bi(?: really| still| just| also| personally| honestly)* (?:don't|do not|can't|cannot|fail to|didn't)(?: really| quite| currently| even)* (?:think|believe|feel|see)(?: that)? (?:this|that|it|we|you|the|there|why|how|any|a|what|adding|using|having|such)\b(?! (?:in|on|at|here|there|anywhere|yet)\b|.*\b(?:so|that|too|all that) (?:bad|hard|much|wrong)\b|.*\b(?:problems?|issues?|matters?|hurts?|harm)\b)/,
  ),
  cue(
    "oppose",
    2,
    "convince convincing",
    /\b(?:doesn't|does not|don't|do not|isn't|is not|not)(?: \w+)? convinc(?:e|ing) me\b/,
  ),
  cue(
    "oppose",
    2,
    "wrong bad broken ugly horrible terrible gross silly pointless useless insane overkill dangerous hacky crazy premature nonsense bogus unacceptable backwards weird awful nasty flawed misguided unnecessary harmful suspicious fragile racy prone confusing misleading weak risky unsafe not too mistake hack regression no-go idea _not_ -go sounds total complete sound seem",
    new RegExp(
      `\\b(?:this|that|it|which|change|patch|idea|approach|proposal|plan|series|solution|justification|code|api|interface|one|way|concept|design|here|thing|above|they|these|what|everything|doing so|really|just|looks?|seems?|sounds?|feels?)(?: is| are|'s|'re| was| would be| will be| looks?| seems?| feels?| sounds?)?(?: just| really| very| so| quite| completely| simply| still| pretty| rather| totally| a bit| a little| actually| also| plain| like| to be| way| kind of| kinda| bit| extremely| even| clearly| all| somewhat| definitely| of| quite a| an| complete| utter| total| pure| sheer)* (?:${BAD})\\b`,
    ),
  ),
  cue(
    "oppose",
    2,
    "kidding joking serious",
    /\byou(?:'re| are)(?:n't| not)? (?:actually |really )?(?:kidding|joking|serious)\b(?! about)|\bare you (?:kidding|joking|serious)\b/,
  ),
  cue(
    "oppose",
    3,
    "look seem sound feel",
    /\b(?:patch|idea|change|approach|proposal|series|plan|design)(?: still| really)? (?:doesn't|does not|don't)(?: really| quite| exactly)? (?:look|seem|sound|feel)(?: very| particularly| quite| really| all that| like| to be)*(?: a)? (?:good|right|sane|correct|reasonable|safe|ok|okay|great|useful|sensible|worth|acceptable|nice|proper)\b|\b(?:doesn't|does not|don't|didn't)(?: really| quite)? (?:look|seem|sound|feel) (?:good|right|sane|correct|reasonable|ok|okay) to me\b/,
  ),
  cue(
    "oppose",
    2,
    "look seem sound feel",
    /\b(?:doesn't|does not|don't|didn't|not)(?: really| quite| exactly)? (?:look|seem|sound|feel)(?: very| particularly| quite| really| all that| like| to be)*(?: a)? (?:good|right|sane|correct|reasonable|safe|ok|okay|great|useful|sensible|worth|acceptable|nice|proper)\b/,
  ),
  cue(
    "oppose",
    3,
    "sense",
    /\b(?:doesn't|does not|don't|didn't|makes?|making)(?: really| quite| actually)*(?: make)?(?: any| a lot of| much| no| zero| little)+ sense\b|\b(?:doesn't|does not|don't)(?: really| quite| actually)? make sense\b/,
  ),
  cue(
    "oppose",
    2,
    "should must shouldn't mustn't ought",
    /\b(?:should|must|ought to)(?:n't| not| _not_)(?: really| just| even)* \w+/,
  ),
  cue(
    "oppose",
    3,
    "idea",
    /\b(?:not a|bad|terrible|horrible|awful|crazy|stupid)(?: very| particularly| really)?(?: good| great)? idea\b/,
  ),
  cue("oppose", 2, "prefer", /\bprefer not\b/),
  cue(
    "oppose",
    3,
    "rather prefer",
    /\b(?:rather not|(?:rather|prefer) (?:we didn't|you didn't|it wasn't|we don't|that we not))\b/,
  ),
  cue(
    "oppose",
    2,
    "why",
    /^(?:but |and |so )?why (?:would|should|on earth|do|does|are|is|did) (?:you|we|anyone|anybody|somebody|this|that|it|the)\b/,
  ),
  cue(
    "oppose",
    2,
    "point reason need justification benefit value use",
    /\b(?:no|what's the|what is the|not much|don't see (?:the|any|a)|isn't (?:any|a|much)|is not (?:any|a|much)|without (?:any|a)|zero|little)(?: real| good| valid| need| compelling| technical| actual| strong)* (?:point|reason|need|justification|benefit|value|use)\b/,
  ),
  cue(
    "oppose",
    3,
    "convinced fan keen happy comfortable skeptical sceptical reluctant worried concerned excited thrilled unhappy uncomfortable unconvinced ready favor favour",
    /(?:\bnot|n't)(?: really| very| entirely| quite| yet| at all| fully| totally| so| particularly| too| a big| a huge| a great| a| exactly| still)* (?:convinced|fan of|fan|keen|happy|comfortable|thrilled|excited|in favou?r|ready to)\b|\b(?:skeptical|sceptical|reluctant|unhappy|uncomfortable|unconvinced)\b/,
  ),
  cue(
    "oppose",
    2,
    "concern concerns concerned worried worry afraid problem objection reservation reservations hesitation objections serious strong issue problems main biggest",
    /\b(?:my|main|biggest|only|real|serious|major|i have|one|big|still|a few|some)(?: main| only| biggest| real| big| serious| major| strong)* (?:concerns?|worry|problem(?: with)?|objections?|reservations?|issue with|hesitation)\b|\bi(?:'m| am)(?: a bit| a little| quite| very| also| rather| still| more| really)* (?:worried|concerned|afraid)(?: about| that| of| by)?\b|\bi worry\b/,
  ),
  cue(
    "oppose",
    3,
    "hate dislike detest",
    /\bi(?: really| personally| still| absolutely| strongly| do)* (?:hate|dislike|detest)\b/,
  ),
  cue(
    "oppose",
    2,
    "break breaks regression regressions breaking",
    /\b(?:this|it|that|which|patch|change|you)(?: will| would| might| could| may| can| has the potential to| is going to|'s going to|'ll| totally| completely| just)*(?: cause| introduce| is| lead to)?(?: a lot of| a| potential| silently)* (?:breaks?|(?<=is )breaking|regressions?)\b/,
  ),
  cue(
    "oppose",
    2,
    "work fly help solve fix accepted scale acceptable",
    /\b(?:won't|will not|wouldn't|can't|cannot|can not|doesn't|does not|never)(?: really| actually| just| even| ever)* (?:work|fly|help|solve|scale|be acceptable|be accepted)\b/,
  ),
  cue(
    "oppose",
    3,
    "drop dropped dropping reject rejected rejecting revert reverted",
    /\b(?:i(?:'ll| will|'m going to| think i'll| have| 've)?(?: have to| just)?|please|let's|must be|should be) (?:drop(?:ping|ped)?|reject(?:ed|ing)?|revert(?:ed)?) (?:this|the|it|that|these)(?: patch(?:es)?| series| change| one)?\b/,
  ),
  cue(
    "oppose",
    2,
    "justified acceptable needed necessary appropriate suitable sufficient warranted worth",
    /\b(?:not|n't|never|hardly|isn't)(?: really| quite| even| actually| at all| be| a| very)* (?:justified|acceptable|needed|necessary|appropriate|suitable|sufficient|warranted|worth)\b/,
  ),
  cue("oppose", 2, "avoid refuse refrain", /\b(?:avoid|refuse|refrain from)\b/),
  cue(
    "oppose",
    3,
    "wrong hell",
    /\b(?:going|heading|heads|goes|go|moving) in (?:a|the) wrong direction\b|^hell,? no\b/,
  ),
  cue(
    "oppose",
    2,
    "introducing introduces adding adds opens opening bug bugs deadlock deadlocks race races regression regressions security hole",
    /\b(?:introduc|add|open)(?:es|s|ing) (?:up )?(?:a bunch of |a lot of |lots of |all kinds of |new |more |potential |subtle |possible )*(?:deadlocks?|races?|race conditions?|bugs?|regressions?|security (?:holes?|issues?|problems?))\b/,
  ),
  cue("oppose", 2, "backwards backward", /\b(?:go|going|step|steps) backwards?\b/),
  cue("oppose", 1, "unfortunately disappointed sad sorry sadly", /^(?:unfortunately|sadly|sorry,? but)\b/),
  cue("oppose", 2, "nope nah meh", /^(?:nope|nah|meh)(?:[,.!:;]| way\b|$)/),
  cue("oppose", 1, "no", /^no(?:[,.!:;]| way\b| thanks\b|$)/),
  cue(
    "oppose",
    3,
    "don't not shouldn't mustn't can't cannot",
    /^(?:please|let's|lets|so,? please|sorry,? (?:but )?please)(?: really)? (?:don't|do not|not)\b|\b(?:please|let's) (?:don't|not|do not) \w+|\b(?:we|you)(?: really)? (?:should not|shouldn't|must not|mustn't|can't just|cannot just) \w+/,
  ),
  cue(
    "oppose",
    3,
    "suggest recommend propose advise vote",
    /\bi(?:'d| would|'ll)?(?: also| strongly| still| rather)* (?:suggest|recommend|propose|advise|vote)(?: that)? (?:not to|we don't|you don't|against)\b/,
  ),
  cue("oppose", 3, "inclined tempted", /\binclined (?:not to|against)\b/),
  cue(
    "oppose",
    2,
    "use teach recommend avoid never advise recommending teaching try using it",
    /\bi (?:don't|do not|never|avoid|try not to|would not|wouldn't|refuse to|stopped|(?:have )?always avoided?)(?: really| ever| generally| usually| personally)* (?:use|using|teach|teaching|recommend|recommending|it|advise)\b|\b(?:trying|try) to avoid\b/,
  ),
]

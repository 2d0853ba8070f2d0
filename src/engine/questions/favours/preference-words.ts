/** How a clause speaks of an option that stands in it as "§0"; every pattern is tried on lower case. */

/** Ranks of what somebody says for or against an option: the better word of a message counts, whatever stands later. */
export const RANK = {
  /** "I'd go with it", "please no …". */
  preference: 5,
  /** The option and hardly a word more. */
  bare: 4,
  /** "… is simpler", "… is overkill". */
  comparison: 3,
  /** "… is fine". */
  consent: 2,
  /** "The standard says …". */
  fact: 1,
} as const

/** Twice no is no no. */
export const NO_OBJECTION =
  /\b(?:nothing (?:wrong )?(?:against|with)|no (?:objections?|problems?|issues?|harm)|(?:can't|cannot|can not) go wrong)\b|(?:\bnot|\bnever|n't) (?:(?:\w+ )?(?:opposed|against|averse)|(?:really |necessarily )?(?:mind|object|hurt)|see (?:a|any|the|what|anything) (?:\w+ ){0,2}?(?:problem|issue|wrong|harm)|(?:a |an )?(?:problem|issue|big deal|bad|wrong))\b/

/** An option in somebody's or something's place, or left alone. */
const SET_BACK_BEFORE =
  /(?:\b(?:rather than|instead of|over|than|as opposed to|and not|but not|not|without|nor|neither|avoid(?:ing)?|drop(?:ping)?|from|replac(?:e|ing)|anything but|get(?:ting)? rid of|>) )(?:(?:an?|the|any|more|another|yet another|new|use|using|to|do|doing|go with) ){0,3}$/
export const isSetBack = (before: string): boolean => SET_BACK_BEFORE.test(before)

/** What in front of an option speaks against it. */
export const AGAINST_BEFORE: readonly RegExp[] = [
  // "Please no …", "definitely not …", "no more …".
  /^\W*(?:(?:please|pls|but|and|so|just|ok|definitely|certainly|absolutely|rather|really|clearly|then|let's|at least) ){0,3}(?:no|not|never|avoid|anything but|stop|hate|nak|nack|-1)(?: (?:new|more|further|other|additional|extra|another|yet another|an?|any|use|using|on|for|to|with|the))*\W*$/,
  /\b(?:i|we|let's|let us|you|please)(?:'d|'m|'ll|'re)?\b.{0,40}?(?:\bnot\b|n't\b|\b(?:dont|doesnt|cant|wont|shouldnt|never)\b)(?! (?:\w+ )?(?:tried|tested|used|seen|looked|know|knew|sure|remember|checked|heard|measured|mind|object|only)\b).{0,60}$/,
  /^\W*(?:(?:please|pls|but|and|so|just|ok) ){0,2}(?:don't|do not|dont|never|let's not) (?:\w+ ){0,3}$/,
  /\b(?:against|hate|dislike|oppos\w+|objections? to|nak (?:on|to|for)|nack (?:on|to|for)|-1 (?:on|to|for|from me (?:on|to|for))|no (?:need|reason|point|use) (?:for|to|in|of)(?: \w+){0,2}|not an? (?:big |great )?fan of|(?:get|getting|be) rid of|anything but|tired of|worr(?:y|ied) about) (?:\w+ ){0,2}$/,
]

/** What behind an option speaks against it. */
export const AGAINST_BEHIND: readonly RegExp[] = [
  /^\W*(?:(?:option|approach|idea|one|here) )?(?:\w+ ){0,2}?(?:is|are|was|were|be|seems?|looks?|sounds?|feels?|'s) (?:\w+ ){0,2}?(?:no-go|no go|out of the question|bad|wrong|worse|worst|ugly|uglier|overkill|evil|terrible|horrible|awful|broken|pointless|useless|nonsense|dangerous|harmful|unacceptable|mess|nightmare|pain|deprecated|obsolete|silly|not an option|too (?!bad\b)\w+)\b/,
  /^\W*(?:\w+ )?(?:(?:is|are|was|would be|will be) not|isn't|aren't|wasn't|wouldn't be|isnt|arent) (?:\w+ ){0,2}?(?:useful|needed|necessary|worth|good|right|correct|acceptable|an option|appropriate|enough|sufficient|ok|okay|fine|viable|possible|suitable|better|helpful)\b/,
  /^\W*(?:(?:does|do|will|would|can|could|should) not|doesn't|don't|won't|wouldn't|can't|cannot|shouldn't|doesnt|wont|cant) (?:really |even )?(?:work|help|scale|make (?:any |much )?sense|fit|cut it|do|be (?:used|done|there|needed|necessary))\b/,
  /^\W*(?:sucks|makes no sense|-1|is a no)\b/,
]

/** What in front of an option prefers it. */
export const PREFERS_BEFORE: readonly RegExp[] = [
  /\b(?:prefer|favou?r|favou?r of|vote (?:is |goes )?(?:for|to|with)?|voting for|lean(?:ing)? (?:\w+ )?(?:to|towards?)|preference (?:is )?(?:for|to|towards?)|choice (?:is|would be)|opt for|all for|(?:i'm|i am) for|go(?:ing)? (?:ahead )?(?:with|for)|stick(?:ing)? (?:with|to)|stay(?:ing)? (?:with|on|at)?|settle (?:on|for)|back to|convinced (?:of|that)|happier with)(?: (?:to|using|use|have|see|keep|go|going|with|for|is|it|be|do|in|on|at|from|a|the|just|it's|with an?|plain)){0,4}\W*$/,
  /(?:\+1|:\+1:|👍)(?: (?:for|to|on|from me for|from me to))?\W*$/,
  /\b(?:i|we)(?:'d| would| will|'ll|'m going to)(?: (?:\w+)){0,2}? (?:say|go|use|rather|do|take|keep|pick|choose|make|call|name|like|love|vote|put|have|see|be|suggest|flip|default|leave|switch|move)(?: (?:it|them|this|that|to|for|with|in|on|as|at|using|use|have|see|a|the|is|by|just|be|keep)){0,4}\W*$/,
  /\b(?:i|we)(?:'d| would|'ll| will)(?: (?:just|rather|also|still|definitely|probably|really|simply|personally|like to)){0,2}\W*$/,
  /\b(?:let's|let us|lets|please|pls)(?: (?:just|do|use|go|with|for|stay|stick|to|keep|make|it|have|take|in|on|at|rather|then|the|be|leave|put|call|as|move|switch)){0,4}\W*$/,
  /\b(?:we|you|it|this|that|they|which|one|people|default) (?:should|must|ought to|has to|have to|needs? to|had better)(?: (?:really|just|rather|probably|better|always|definitely|simply|be|stay|use|go|with|in|to|for|on|live|left|do|keep|make|have|it|as|default)){0,4}\W*$/,
  /^\W*(?:(?:ok|okay|just|please|rather|better|then|definitely|so|and|but|or|yes|well|alright|hence|therefore|thus) )*(?:use|take|pick|choose|make (?:it|this|that)|do|go(?:ing)? (?:with|for)|call it|name it|stay(?:ing)? (?:with|on|at)|keep(?:ing)?(?: it| them)?|better|rather|back to|another vote for)(?: (?:in|on|at|to|with|for|a|the|just|use|plain|we|i|it's|it is|as))*\W*$/,
  /\b(?:v\d+|next version|patch) (?:will |now )?(?:use|uses|has|have|go with|goes with)\W*$/,
  /\bi (?:\w+ )?(?:like|want|love|chose|picked|took|went with|go with|use)(?: (?:to|have|see|use|the idea of|in))*\W*$/,
]

/** What is concluded: it prefers where little follows. */
export const CONCLUDES =
  /^\W*(?:(?:ok|okay|and|but|yes|well|alright|right|true) )*(?:then|so|hence|therefore|thus|still|definitely)(?: (?:in|on|at|to|with|for|a|the|just|use|plain|we|i|it's|it is|as))*\W*$/

/** What behind an option prefers it. */
export const PREFERS_BEHIND =
  /^\W*(?:(?:option|approach|one|idea|here|in|on|at|by|default|always|too) )*(?:it is\b|wins\b|please\b|pls\b|for me\b|then\W*$|\+1|:\+1:|👍|(?:has|gets) my vote|is (?:the|probably the|clearly the) way (?:to go|forward)|(?:would be|is) my (?:choice|preference|pick|favou?rite|vote)|all the way|any day|more\W*$|(?:one )?best\W*$|(?:is|are) what (?:i|we|people|users|everybody)(?:'d| would)? (?:\w+ )?(?:prefer|want|need|expect|like)|please|imo\b|imho\b)|^\+{2}/

const GOOD =
  "fine|good|great|enough|plenty|sufficient|ok|okay|right|correct|perfect|well|acceptable|reasonable|appropriate|consistent|sane|nice|perfectly|for me|sense|the job|standard|natural|simple|clear|clean|safe"
const BETTER =
  "better|best|simpler|simplest|cleaner|cleanest|easier|easiest|nicer|nicest|safer|safest|clearer|faster|preferable|preferred|more sense|more natural|more robust|more readable|saner|(?<!not )the right|superior"

/** "… is simpler". */
export const BETTER_BEHIND = new RegExp(
  `^\\W*(?:option |approach |one |idea |would |will |really |also |still |clearly |probably )*(?:is|are|was|be|seems?|looks?|sounds?|feels?|makes?|'s)\\b(?: \\w+){0,3}? (?:${BETTER})\\b|^\\W*(?:clearly |much |a bit )?(?:clearer|better|nicer|simpler|easier|cleaner)\\W*(?:$|to \\w+)`,
)
/** "… is fine". */
export const GOOD_BEHIND = new RegExp(
  `^\\W*(?:option |approach |one |idea |would |will |really |also |still |just )*(?:is|are|was|be|seems?|looks?|sounds?|feels?|makes?|works?|does|'s)\\b(?: \\w+){0,3}? ?\\b(?:${GOOD})\\b|^\\W*works\\W*$|^\\W*(?:is|are) all (?:we|you|i) need`,
)
/** "I'm fine with …". */
export const GOOD_BEFORE =
  /\b(?:(?:fine|ok|okay|happy|good|comfortable|live|agree(?:d)?|convinced) (?:with|by|about|on|that)|good (?:results|experiences?|luck) with|(?:better|best|simpler|easier|cleaner|nicer) (?:is|would be|with|to)|accept)(?: (?:the|a|just|using|use|to|an?|it|is|as|going|with|be)){0,3}\W*$/

/** "POSIX says …", "it is mainly …": what is, where what is was asked. */
export const TELLS_BEFORE =
  /(?:\b(?:says?|only \w+|(?:it|this|that|these|those|they|there|he|she)(?:'s|'re| is| are| was| were| would be| will be| does| looks| seems)?(?: (?:really|mainly|just|most likely|probably|likely|indeed|actually|definitely|mostly|only|already|more|to|in|on|at|be|because|meant|for|an?))*|(?:it|this|that|they) can|^\W*(?:looks|seems|sounds)))(?: like| to be)?\W*$/
export const TELLS_BEHIND =
  /^\W*(?:is|are) what (?:the |all |every )?(?:\w+ ){1,4}?(?:does?|returns?|uses?|says?|is|are|has|have|wants?)\b/

/** Who says what they were for, or were about to say, is for it no more. */
export const EARLIER =
  /\b(?:i|we) (?:was|were|used to|had|initially|originally|first) (?:\w+ )?(?:for|against|in favou?r|prefer\w*|think\w*|thought|going to|about to|want\w*|plan\w*|lean\w*|hop\w+)\b|\bused to (?:prefer|like|think|want|be)\b|\b(?:was|had|used|did|went|chose)\b.{0,30}\bin v\d|\bat first\b|\b(?:would have|could have|should have)\b/
/** Who is not sure says nothing yet. */
export const UNSURE = /(?:\bnot|n't) (?:\w+ )?(?:sure|certain)\b/
/** What others want is told, not wanted. */
export const REPORTED =
  /\b(?!(?:i|we|is|are|was|were|be|been|also|have|i've|had|'s)\b)[\w']{1,30} (?:wanted|prefers|preferred|suggests|suggested|proposes|proposed|liked|voted|favou?rs|favou?red|recommends|recommended|asked for|argued for|said)\b|\b(?:they|people|folks|some|others|users|developers|many|most|everybody|someone|somebody)\b[^§]{0,25}?\b(?:prefer|want|like|favou?r)s?\b/

/** No word for or against: who says so in front speaks of either side only. */
export const UNDECIDED =
  /^\W*(?:(?:i|we)(?:'m| am| like| would like| could live with| run| use| have| can do)? )?(?:with )?(?:both|either|neither|any of|doesn't matter|does not matter|doesnt matter|no (?:strong )?(?:opinion|preference)s?|(?:i )?(?:don't|do not) (?:really |much )?(?:care|mind|have (?:a|any|much of a) (?:strong )?(?:opinion|preference))|depends|it depends|no difference|abstain)\b/
export const SAYS_NO = /^\W*(?:no|nope|nah|yes|yep|yeah)\b\W*(?:,|\.|$|-)/

/** Words around an option that add nothing. */
export const FILLER =
  /\b(?:definitely|certainly|clearly|obviously|absolutely|probably|rather|just|simply|plain|personally|imo|imho|i think|i guess|i suppose|i believe|i'd say|i say|ok|okay|yes|yeah|well|hm+|oh|ah|aha|alright|right|cool|sure|only|always|in|on|at|to|by|of|it's|it is|that's|then|so|hence|still|my|the|a|an|for now|here|too|also|as well|of course|default|again|of them|one|ones|them|it|instead|for sure|no doubt|thanks|hey|hi|both of them|and|but|pure|all|everywhere|more like|once|properly|my vote|i mean|let me see|in that case|for that|should be|mostly|mainly|true|fine|with|use|please|pls|obviously)\b/g

/** What may follow an option that is said by itself. */
export const TAIL =
  /^\W*(?:(?:for|in|on|at|with|to|upwards?|everywhere|here|now|until|only|again|instead|like|into|after|before|today|tomorrow|anyway|always|first|on top|per|of|as in|as|properly|right away|from|then|it|them|imo)\b.{0,60}|)$/

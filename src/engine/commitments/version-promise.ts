/** "v2", "the next version": what a patch's author sends when it was changed. */
export const VERSION = String.raw`(?:v\d\b|(?:(?:the|a|my|another) )?(?:new|next|updated) (?:version|revision|round|spin|iteration|series)\b)`
const OPENERS = String.raw`(?:(?:ok|okay|sure|yes|yep|ack|right|thanks|thank you|noted|agreed|done|good (?:point|catch|idea)|you're right|you are right|oops|ah|so|a|the)[\s,.;:!-]+){0,4}`
const WHEN = String.raw`(?:soon|shortly|later|tomorrow|tonight|today|next week|(?:early |late )?next (?:week|month)|in a (?:minute|moment|bit|few)|(?:by |on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b`

/**
 * The ways of promising a new version without "I will send it", in lower case: "v2 coming", "next version will have
 * it", "will be fixed in v2", "okay, in v2", "working on a v2". Only the author of the patch promises anything by them.
 */
export const VERSION_PROMISED: RegExp = new RegExp(
  [
    `(?:^${OPENERS}(?:expect |makes sense, )?|(?:sense|true|fair),? )${VERSION}(?: with (?:\\S+ ){1,6}?| )(?:is |will be |should be )?(?:coming|on (?:its|the|my) way|in the works|to follow|follows|(?:will|should) (?:have|include|fix|address|follow|contain|do)\\b|${WHEN})`,
    `(?:\\b(?:will|going to|about to|plan to|let me)|'ll)\\b[^,;]{0,60} (?:in|for|into|with|send|post|spin|roll|prepare|respin as) (?:a |the )?${VERSION}`,
    `^${OPENERS}(?:will be )?(?:in|for|with) (?:the )?${VERSION}\\W*$`,
    `\\b(?:working on|preparing) (?:a |the )?${VERSION}`,
  ].join("|"),
)

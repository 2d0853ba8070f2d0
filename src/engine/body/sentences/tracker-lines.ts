/** What trackers and review tools put above the words that they send on: who wrote, and on what. */
const HEADING =
  /^-{2,3} ?Comment #\d+ from .{1,200} -{2,3}\s*$|^https?:\/\/\S{1,200}\/show_bug\.cgi\?id=\d+\S{0,40}\s*$|^\S.{0,80} (?:commented on [A-Z][A-Z\d]+-\d+:|(?:commented|requested changes) on this pull request\.|left a comment \(\S+#\d+\)|commented on a discussion.{0,100}: https?:|created a merge request: https?:|has (?:posted comments on|uploaded) this change\b)/u
// One of these is in each: most lines are done with at a glance.
const HINTS = ["omment", "show_bug.cgi", "requested changes on", "merge request:", "this change"]

export function isTrackerHeading(text: string): boolean {
  return HINTS.some((hint) => text.includes(hint)) && HEADING.test(text)
}

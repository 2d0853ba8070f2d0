import type { DraftLine } from "../lines/line-table.ts"
import type { Zone } from "../../../model/body.ts"
import { isBlank } from "../lines/line-table.ts"
import { isLegible } from "../lines/open-lines.ts"

const FENCE = /^\s*(?:```|~~~)/u
const KERNEL_LOG = /^\s*(?:<\d>)?\[\s*\d+\.\d{3,}\]/u
const OTHER_LOG =
  /^\s*(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S* |(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d+ \d\d:\d\d:\d\d \S+ \S+:|Call Trace:|Traceback \(most recent|  File "|\s+at [\w.$]+\(|(?:BUG|WARNING|Oops|RIP|RSP|RAX|RBX|RCX|R\d\d|CPU|Code|CR2|Modules linked in): |[0-9a-f]{8,16}: (?:[0-9a-f]{2,4} ){4}|#\d+ +0x[0-9a-f]+ |\S+\.[chSo](?:pp|xx)?:\d+(?::\d+)?: (?:error|warning|note|undefined|fatal)|\S+\.[chS](?:pp|xx)?: In function|\s*\d+ \| |make(?:\[\d+\])?: |ld: |>> ?\S)/u
const PROMPT =
  /^\s*(?:\$ \S|# (?:cat|cd|echo|mount|modprobe|make|git|ls|dmesg|ip|perf|grep|insmod|sudo|\.\/)\b|\S+@\S+[:~]\S*[$#] |>>> \S|In \[\d+\]:|\[[\w.-]{1,30}(?: at |@)[^\]\n]{1,60}\] ?[#$%] ?\S|(?:[\w.-]{1,30}: ?)?(?:[:~][/\w.-]*|\/[/\w.-]*) ?[#$] \S|[A-Z]:\\[^\s>]*>)/u
const CODE_ENDING = /[;{}]\s*(?:\\|\/[/*].*)?\s*$/u
const CODE_START =
  /^\s*(?:#(?:include|define|if|ifdef|ifndef|endif|else|pragma)\b|(?:static|struct|const|unsigned|inline|extern|typedef|return|goto|void|int|char|u8|u16|u32|u64|bool|enum|case|default:|def|class|import|from \S+ import|public|private|@\w+|assert|print|raise|yield|elif|lambda|let|fn|var|function|if ?\(|for ?\(|while ?\(|switch ?\(|\} ?else|else ?\{|try:|except|\/\*|\*\/|\*\s|\/\/)\b)/u
const CALL_OR_ASSIGNMENT = /^\s*[\w.>*&[\]-]+(?:\([^)]*\)?;?,?|\s?[-+*/|&^]?=\s?\S.*)\s*$/u
const CODE_SIGNS = /[{};=]|->|::|\(\)|&&|\|\||==|!=|<=|>=|\[\w*\]|\w\(/u
const INDENTED = /^(?:\t| {4,})\S/u
const LIST_ITEM = /^\s*(?:[-*+•o]|\d{1,2}[.)]|[a-z][.)]|\(\w\))\s/u

// Each form above holds one of these signs, or is indented; nearly all prose has none.
const MAY_LIST = /[\d:;{}()[\]=<>|&"$#@`~\\]|^(?:\t| {4})| -{1,2}[a-z]/u

/** Code and logs on the sender's own level. Prose stays prose, however it is indented. */
export function markListings(lines: DraftLine[]): void {
  let isFenced = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!isLegible(line) || isBlank(line)) continue
    if (!isFenced && !MAY_LIST.test(line.text)) continue
    if (FENCE.test(line.text)) {
      isFenced = !isFenced && hasFenceBelow(lines, at)
      line.zone = "code"
      continue
    }
    if (isFenced) line.zone = "code"
    else if (PROMPT.test(line.text)) markSession(lines, at)
    else line.zone = listingZone(line.text, isInListing(lines, at))
  }
}

// What a command printed stands right below it; what comes after so many lines is something else.
const MAX_OUTPUT = 60

/** A prompt with its command, and what was printed under it up to the next blank line. */
function markSession(lines: readonly DraftLine[], start: number): void {
  for (let at = start; at <= start + MAX_OUTPUT; at++) {
    const line = lines[at]
    if (!isLegible(line) || isBlank(line)) return
    if (at > start && isProse(line.text)) return
    line.zone = "log"
  }
}

function hasFenceBelow(lines: readonly DraftLine[], from: number): boolean {
  for (let at = from + 1; at < lines.length; at++) if (FENCE.test(lines[at]?.text ?? "")) return true
  return false
}

/** Whether the line above (or the one above a blank) is code or a log. */
function isInListing(lines: readonly DraftLine[], at: number): boolean {
  const above = lines[at - 1]
  const before = above !== undefined && isBlank(above) ? lines[at - 2] : above
  return before?.zone === "code" || before?.zone === "log"
}

function listingZone(text: string, isInside: boolean): Zone | undefined {
  if (KERNEL_LOG.test(text) || OTHER_LOG.test(text)) return "log"
  return isCode(text, isInside) && !isProse(text) ? "code" : undefined
}

function isCode(text: string, isInside: boolean): boolean {
  if (isWithoutBraces(text)) return true
  const isIndented = INDENTED.test(text)
  if (CODE_ENDING.test(text) && (isIndented || isInside || CODE_SIGNS.test(text.slice(0, -1)))) return true
  if (CODE_START.test(text) && CODE_SIGNS.test(text)) return true
  if (!isIndented || LIST_ITEM.test(text)) return false
  return CALL_OR_ASSIGNMENT.test(text) || isInside
}

function isWithoutBraces(text: string): boolean {
  return LONE_BRACE.test(text) || SETTING.test(text) || COMMAND.test(text) || SYNOPSIS.test(text)
}

/** Lines of other languages than those with braces: settings, directives, commands that go on, assignments with an arrow. */
const SETTING =
  /^[A-Z][A-Z\d]*_[A-Z\d_]+[:=]\S|^\.\. [\w-]+::|^\s+:[a-z-]+:(?: \S+)?\s*$|^\s*(?:FROM|RUN|COPY|ENV|CMD|ENTRYPOINT) .*(?:&&|[/=:]\S|\\$)|\s\\\s*$|^\s*&& \S|^\s{2,}\| [a-z]\S* |^[A-Z][a-z]+(?:-[a-z]+){1,8}-(?:by|from):\s*$|^\s*\S+ <- ?(?:[\w.]+ ?\(|['"\d])/u
/** A command without its prompt: a name, and two options at least. */
const COMMAND = /^\s*[a-z][\w.+-]{1,20} +-{1,2}[a-z][^.?!]{0,200} -{1,2}[a-z](?:.{0,200}[^.?!,;])?$/iu
/** How a command may be called: "{ add | del } [ dev NAME ]". */
const SYNOPSIS = /^[^.?!]*[[{] ?[\w-]{1,30} ?\| ?[\w-]{1,30} ?[\]}|][^.?!]*$/u
const LONE_BRACE = /^\s*[{}]\s*;?$/u

/** Five plain words in a row: nobody's code reads like that, save in its comments. */
export function isProse(text: string): boolean {
  return /(?:^|\s)(?:[A-Za-z][a-z']*[,.]? ){5}/u.test(text) && !/^\s*(?:\/[/*]|\*|#)/u.test(text)
}

import type { DraftLine } from "../lines/line-table.ts"
import type { Attributed } from "./attribution-name.ts"
import { readAttributed } from "./attribution-name.ts"
import { codeAt } from "../../patterns/code-at.ts"
import { codeSet, isIn } from "../../patterns/code-set.ts"
import { isBlank, lineAt, startOfWords } from "../lines/line-table.ts"

/** A From/Sent/To/Subject block above a mail that is quoted or forwarded, with the divider above it. */
export interface HeaderBlock {
  readonly isBlock: true
  readonly first: number
  readonly last: number
  readonly by: Attributed | undefined
  /** What stands behind Sent or Date. */
  readonly date: string | undefined
}

/** Labelled lines that make no block: no part of them does. */
export interface FailedBlock {
  readonly isBlock: false
  readonly last: number
}

type Field = "from" | "date" | "to" | "subject"

/** Labels of header blocks as Outlook and others print them, by what they stand for. */
const LABELS: ReadonlyMap<string, Field> = new Map(
  (
    [
      ["from", "from von de da van från fra od от 发件人 寄件者 差出人 보낸 사람 lähettäjä kimden feladó"],
      [
        "date",
        "sent date gesendet datum envoyé enviado enviada inviato data verzonden skickat sendt dato wysłano odesláno дата отправлено 发送时间 日期 寄件日期 送信日時 보낸 날짜 lähetetty tarih fecha",
      ],
      [
        "to",
        "to cc an à para a aan till til do komu кому 收件人 宛先 받는 사람 vastaanottaja kime copie kopie kopia копия 抄送 副本 reply reply-to bcc resent-from sender organization",
      ],
      [
        "subject",
        "subject betreff objet asunto assunto oggetto onderwerp ämne emne temat předmět тема 主题 主旨 件名 제목 aihe konu newsgroups message-id",
      ],
    ] as const
  ).flatMap(([field, names]) => names.split(" ").map((name): [string, Field] => [name, field])),
)

const MAX_LABEL = 14
// Recipient lists wrap: Outlook blocks of forty lines exist, longer ones are other lists.
const MAX_BLOCK_LINES = 60

/** Dividers that mail programs put above what they quote or forward. */
const DIVIDER =
  /^\s*(?:[-_=*]{2,}\s*(?:original(?: (?:message|mail|nachricht)|(?=\s*[-_=*]+\s*$))|ursprüngliche (?:nachricht|mail|-?mail)|ursprungligt meddelande|oprindelig meddelelse|mensaje original|message d'origine|message original|mensagem original|messaggio originale|oorspronkelijk bericht|forwarded (?:message|by)|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|исходное сообщение|пересылаемое сообщение|原始邮件|転送メッセージ|reply message|begin message).{0,200}?|begin forwarded message:|start of forwarded message.*)\s*[-_=*:]*\s*$/iu

const MAX_DIVIDER = 300

/** The header block that begins at `first`; undefined where none does. */
export function headerBlockAt(lines: readonly DraftLine[], first: number): HeaderBlock | FailedBlock | undefined {
  const line = lineAt(lines, first)
  if (isBlank(line)) return undefined
  const mayBe = mayDivide(line.content)
  if (mayBe && RULE.test(line.content)) return blockBelowRule(lines, first)
  const isDivided = mayBe && DIVIDER.test(line.content)
  const start = isDivided ? nextFilled(lines, first + 1, line.depth) : first
  const block = start === undefined ? undefined : readFields(lines, start, isDivided)
  if (block !== undefined && block.isBlock) return { first, ...block }
  if (block !== undefined && !isDivided) return block
  return isDivided ? { isBlock: true, first, last: first, by: undefined, date: undefined } : undefined
}

/** Whether a line is what a mail program puts above a mail that it quotes or forwards. */
export function isDivider({ content }: DraftLine): boolean {
  return mayDivide(content) && DIVIDER.test(content)
}

const RULE = /^(?:_{8,}|-{8,})\s*$/u

/** Outlook on the web draws a rule above its block; a rule above anything else divides nothing of others'. */
function blockBelowRule(lines: readonly DraftLine[], first: number): HeaderBlock | undefined {
  if (isBlank(lineAt(lines, first + 1)) || lineAt(lines, first + 1).depth !== lineAt(lines, first).depth)
    return undefined
  const block = readFields(lines, first + 1, false)
  return block?.isBlock === true ? { first, ...block } : undefined
}

const DIVIDING = codeSet("-_=*bBsS")

function mayDivide(content: string): boolean {
  if (content.length > MAX_DIVIDER) return false
  const start = startOfWords(content)
  return start < content.length && isIn(DIVIDING, codeAt(content, start))
}

function nextFilled(lines: readonly DraftLine[], from: number, depth: number): number | undefined {
  for (let at = from; at < from + 3; at++) {
    const line = lines[at]
    if (line !== undefined && line.depth === depth && !isBlank(line)) return at
  }
  return undefined
}

function readFields(
  lines: readonly DraftLine[],
  start: number,
  isDivided: boolean,
): Omit<HeaderBlock, "first"> | FailedBlock | undefined {
  const { content, depth } = lineAt(lines, start)
  let current = fieldOf(content)
  if (current === undefined) return undefined
  const found: Fields = { seen: new Set(), from: "", date: undefined }
  let last = start - 1
  for (let at = start; at < start + MAX_BLOCK_LINES && current !== undefined; at++) {
    const line = lineAt(lines, at)
    const field = fieldIn(line, depth, current)
    if (field === undefined) break
    current = field
    take(found, field, line.content)
    last = at
  }
  last = withSubjectBelow(lines, last, found.seen)
  if (found.seen.has("from") && found.seen.size >= (isDivided || standsAlone(lines, start, last) ? 2 : 3))
    return { isBlock: true, last, by: authorIn(found.from), date: found.date }
  return last > start ? { isBlock: false, last } : undefined
}

/** QQ leaves a blank line above the subject. */
function withSubjectBelow(lines: readonly DraftLine[], last: number, seen: Set<Field>): number {
  const blank = lineAt(lines, last + 1)
  const below = lineAt(lines, last + 2)
  if (seen.size < 3 || seen.has("subject") || !isBlank(blank) || below.depth !== lineAt(lines, last).depth) return last
  if (fieldOf(below.content) !== "subject") return last
  seen.add("subject")
  return last + 2
}

interface Fields {
  readonly seen: Set<Field>
  from: string
  date: string | undefined
}

function take(found: Fields, field: Field, content: string): void {
  found.seen.add(field)
  if (field === "date") found.date ??= content.slice(content.search(/[:：]/u) + 1).slice(0, MAX_DIVIDER)
  if (field === "from" && found.from.length < MAX_DIVIDER) found.from += ` ${content.slice(0, MAX_DIVIDER)}`
}

/** The field that a line of a block belongs to: its own, or the one that it continues. */
function fieldIn(line: DraftLine, depth: number, current: Field): Field | undefined {
  if (line.depth !== depth || isBlank(line)) return undefined
  return fieldOf(line.content) ?? (continues(line.content, current) ? current : undefined)
}

/** The author in the From lines of a block, their labels included. */
function authorIn(from: string): Attributed | undefined {
  const by = readAttributed(
    from
      .slice(from.search(/[:：]/u) + 1)
      .replaceAll("*", "")
      // What an archive left of a space that may not be broken.
      .replace(/^\?/u, "")
      .replace(ON_BEHALF, ""),
  )
  return typeof by === "object" ? by : undefined
}

/** Recipients run over lines, and so may a name or a subject that a mail program broke; words to a reader do not. */
function continues(content: string, field: Field): boolean {
  const isShort = content.length < SHORT_LINE && !/[,:!.]$/u.test(content.trimEnd())
  if (field === "from" && CARRIER.test(content)) return true
  return field === "to" ? isShort || /[@;<>]|^\s/u.test(content) : field !== "date" && isShort
}

const SHORT_LINE = 40
// "[mailto:list-bounces@…] On Behalf Of": a From line that named the list first was broken behind its name.
const CARRIER = /^\s*\[mailto:\S{1,100}\]?|\bOn Behalf Of\s*$/iu

/** Two fields are a block where their writer left room about them: people cut the rest away. */
function standsAlone(lines: readonly DraftLine[], start: number, last: number): boolean {
  const before = lineAt(lines, start - 1)
  const after = lineAt(lines, last + 1)
  const { depth } = lineAt(lines, start)
  return depth > 0 && (isBlank(before) || before.depth < depth) && (isBlank(after) || after.depth < depth)
}

// "list [mailto:list-bounces@…] On Behalf Of Ada Lovelace": the list is only the carrier.
const ON_BEHALF = /^.*\bOn Behalf Of\b/iu

/** Where the colon behind a label stands. Nearly every line is asked, so nothing behind is looked at. */
function endOfLabel(content: string): number | undefined {
  const end = Math.min(content.length - 1, MAX_LABEL)
  for (let at = 1; at <= end; at++) {
    const code = codeAt(content, at)
    if (code === COLON || code === WIDE_COLON) return at
  }
  return undefined
}

const COLON = 0x3a
const WIDE_COLON = 0xff1a

function fieldOf(content: string): Field | undefined {
  const colon = endOfLabel(content)
  if (colon === undefined) return undefined
  return LABELS.get(
    content
      .slice(0, colon)
      .replaceAll(/[*\s\u00a0>]/gu, "")
      .toLowerCase(),
  )
}

/** One thing that `doctor` looked at: whether it is in order, and where it is not, how to mend it. */
export interface Finding {
  /** What was looked at: `Discord: #general: Read Message History`. */
  readonly subject: string
  /** missing: it cannot work so; warning: it works in part, or will stop working. */
  readonly state: "well" | "warning" | "missing"
  /** One sentence on what was found. */
  readonly text: string
  /** The way out, as an instruction. */
  readonly mend?: string | undefined
}

import fc from "fast-check"

/** Lines of which mails are made: attributions, marks, tails, patches, signatures. */
const PIECES = [
  "On Mon, 2 Mar 2026 18:20:11 +0100, Bo Marchetti wrote:",
  "> On Sunday Chidi Okafor <chidi@plover.example>",
  "wrote:",
  "> the words of somebody else that run on to the end of the line and then a bit",
  "further",
  ">> deeper",
  "> > > > >",
  "",
  "   ",
  "Own words? Yes! And more.",
  "-- ",
  "Ada",
  "From: Bo <bo@heron.example>",
  "Sent: Monday",
  "To: Ada",
  "Subject: rooms",
  "-----Original Message-----",
  "---",
  "@@ -1,2 +1,2 @@",
  "+added",
  "diff --git a/x b/x",
  "```",
  "  foo(bar);",
  "$ ls",
  "Acked-by: Bo <bo@heron.example>",
  "prefixed by >>",
  '>>>>> "BM" == Bo <bo@heron.example> writes:',
  "BM> words",
  "____________________",
  "-----BEGIN PGP SIGNED MESSAGE-----",
  "\r",
]

/** One of the lines of which mails are made. */
export const aMailLine: fc.Arbitrary<string> = fc.constantFrom(...PIECES)

/** Bodies that look like mail: such lines in any order. */
export const aMailLikeBody: fc.Arbitrary<string> = fc
  .array(aMailLine, { maxLength: 60 })
  .map((lines) => lines.join("\n"))

import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { buildThreads, summarise } from "../../src/index.ts"
import type { Message } from "../../src/index.ts"

const FOLDER = join(import.meta.dirname, "replies")

/**
 * Single replies and the stance that they give their author, as tables: `replies/*.md`.
 *
 * A heading names the place of the reply in a short thread, each line below it is `- stance: the reply`. `for`
 * and `against` stand for either stance of that side.
 */
describe("replies", () => {
  for (const { file, place, stance, text } of readdirSync(FOLDER).sort().flatMap(rowsOf))
    it(`${file}, ${place}: "${text}" is ${stance}`, () => {
      const [thread] = buildThreads({ source: "mail", messages: threadWith(place, text), skipped: [], reasons: [] })
      const summary = summarise(thread ?? expect.fail("no thread"))

      const person = summary.participants.find(({ name }) => name === "Rhea Solberg")
      const position = person?.stance?.position ?? "informs"

      expect(SIDES[stance] ?? stance.split("/")).toContain(position)
    })
})

const SIDES: Readonly<Record<string, readonly string[]>> = {
  for: ["supports", "supports-with-changes"],
  against: ["opposes", "prefers-alternative"],
}

interface Row {
  readonly file: string
  readonly place: string
  readonly stance: string
  readonly text: string
}

function rowsOf(file: string): readonly Row[] {
  const rows: Row[] = []
  let place = ""
  for (const line of readFileSync(join(FOLDER, file), "utf8").split("\n")) {
    place = /^## (.+)$/.exec(line)?.[1] ?? place
    const row = /^- ([\w/-]+): (.+)$/.exec(line)
    if (row !== null) rows.push({ file, place, stance: row[1] ?? "", text: row[2] ?? "" })
  }
  return rows
}

const DIFF = `diff --git a/tank.c b/tank.c
--- a/tank.c
+++ b/tank.c
@@ -10,3 +10,3 @@
-	level = 512;
+	level = 1024;
+	level_start(tank);
`

const PATCH = `The default level of 512 is too small for the large tanks, and the
pumps run dry. Raise it to 1024.

Signed-off-by: Ada Quist <ada@example.org>
---
 tank.c | 3 ++-

${DIFF}`

const HELP = "The pump stops each night with error 12. What does that mean?"
const IDEA = "I would like to raise the default level from 512 to 1024, because the\npumps of large tanks run dry."

/** What stands above the reply (of Rhea's), by the name of its place; each mail answers the one before it. */
const PLACES: Readonly<Record<string, readonly (readonly [who: string, body: string])[]>> = {
  "to a patch": [["Ada Quist", PATCH]],
  "to an idea": [["Ada Quist", IDEA]],
  "under a line of the patch": [["Ada Quist", PATCH]],
  "to a question on a part of the patch": [
    ["Ada Quist", PATCH],
    ["Ned Ferrin", "Should we look at the probe here as well?"],
  ],
  "to a call for help": [["Ada Quist", HELP]],
  "of the asker, to who helps": [
    ["Rhea Solberg", HELP],
    ["Ned Ferrin", "You should clean the filter."],
  ],
  "to somebody who is against the patch": [
    ["Ada Quist", PATCH],
    ["Ned Ferrin", "NAK. A driver has no business setting policy."],
  ],
  "after an answer to her own NAK": [
    ["Ada Quist", PATCH],
    ["Rhea Solberg", "NAK. I am against this, the small tanks need the memory."],
    ["Ada Quist", "> the small tanks need the memory.\n\nThe small tanks never come here, see tank_probe()."],
  ],
  "after an answer to her own dislike": [
    ["Ada Quist", PATCH],
    ["Rhea Solberg", "I don't like this. The small tanks need the memory."],
    ["Ada Quist", "> The small tanks need the memory.\n\nThe small tanks never come here, see tank_probe()."],
  ],
  "in a chat, below somebody who is against it": [
    ["Ada Quist", "proposal: drop the nightly build"],
    ["Ned Ferrin", "I'm against that, it finds something every week"],
  ],
  "after her own Reviewed-by": [
    ["Ada Quist", PATCH],
    ["Rhea Solberg", "Reviewed-by: Rhea Solberg <rhea@example.org>"],
    ["Ned Ferrin", "With this my board does not come up any more."],
  ],
  "of the proposer, to a request": [
    ["Rhea Solberg", PATCH.replace("Ada Quist <ada", "Rhea Solberg <rhea")],
    ["Ned Ferrin", "> +	level = 1024;\n\nPlease use TANK_LEVEL here."],
  ],
  "of the proposer, to somebody who is against it": [
    ["Rhea Solberg", PATCH.replace("Ada Quist <ada", "Rhea Solberg <rhea")],
    ["Ned Ferrin", "I see no need for this. User space can set the level."],
  ],
}

function threadWith(place: string, text: string): readonly Message[] {
  const above = PLACES[place] ?? expect.fail(`there is no place "${place}"`)
  const quote = place === "under a line of the patch" ? "> +	level_start(tank);\n\n" : ""
  const isChat = place.startsWith("in a chat")
  const subject = isChat || !above[0]?.[1].includes("diff --git") ? "The default level" : "[PATCH] tank: raise the default level"
  return [...above, ["Rhea Solberg", `${quote}${text}`] as const].map(([name, body], index) => ({
    id: `m${index}@example.org`,
    medium: isChat ? "chat" : "mail",
    author: { name, address: `${name.split(" ")[0]?.toLowerCase()}@example.org` },
    to: [],
    cc: [],
    subject: index === 0 ? subject : `Re: ${subject}`,
    body,
    sentAt: `2026-06-0${index + 1}T09:00:00Z`,
    ...(index > 0 && { inReplyTo: `m${isChat ? 0 : index - 1}@example.org` }),
    references: index > 0 ? [`m${index - 1}@example.org`] : [],
    headers: {},
    reactions: [],
    mentions: [],
    attachments: [],
  }))
}

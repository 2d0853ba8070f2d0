import { gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { aFile } from "../../../support/a-file.ts"
import { aMail, anMbox } from "../../../support/mail/a-mail.ts"
import { readPath } from "../../../support/mail/read-path.ts"

describe("monthly archives", () => {
  it("of Mailman 2 are read, hidden addresses and all", async () => {
    const mail = [
      "From ada at example.org  Mon Jan  1 10:00:00 2024",
      "From: ada at example.org (Ada Lovelace)",
      "Date: Mon, 1 Jan 2024 11:00:00 +0100",
      "Subject: [dev] Cache sizes",
      "Message-ID: <a@example.org>",
      "",
      "Shall we double it?",
      "",
      "From grace at example.org  Mon Jan  1 12:00:00 2024",
      "From: grace at example.org (Grace Hopper)",
      "Date: Mon, 1 Jan 2024 12:00:00 +0000",
      "Subject: [dev] Cache sizes",
      "In-Reply-To: <a@example.org>",
      "Message-ID: <b@example.org>",
      "",
      "From what I see, no.",
      "",
      "",
    ]

    const reading = await readPath(aFile("2024-January.txt.gz", gzipSync(mail.join("\n"))))

    expect(reading?.messages.map(({ author }) => author)).toEqual([
      { name: "Ada Lovelace", address: "ada@example.org" },
      { name: "Grace Hopper", address: "grace@example.org" },
    ])
    expect(reading?.messages[1]?.body).toContain("From what I see")
  })

  it("of Mailman 3 keep the address of each message", async () => {
    const mails = [
      aMail({ headers: ["Archived-At: <https://lists.example.org/archives/list/dev@example.org/message/ABC/>"] }),
    ]

    const reading = await readPath(aFile("dev@example.org-2024-01.mbox.gz", gzipSync(anMbox(mails))))

    expect(reading?.messages[0]?.permalink).toBe("https://lists.example.org/archives/list/dev@example.org/message/ABC/")
  })
})

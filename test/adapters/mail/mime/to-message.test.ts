import { describe, expect, it } from "vitest"
import { toMessage } from "../../../../adapters/mail/index.ts"

function mail(...lines: readonly string[]): Buffer {
  return Buffer.from(lines.join("\r\n"), "utf8")
}

describe("toMessage", () => {
  it("keeps quoted lines of a flowed mail apart, and says in a header that they flow", async () => {
    const raw = mail(
      "From: Ada <ada@example.org>",
      "Message-ID: <1@example.org>",
      "Content-Type: text/plain; charset=utf-8; format=flowed; DelSp=yes",
      "",
      "> first quoted line ",
      "> > deeper ",
      "> ",
      "my own words ",
      "go on",
    )

    const message = await toMessage(raw, 0)

    expect(message.body).toBe("> first quoted line \n> > deeper \n> \nmy own words \ngo on")
    expect(message.headers["content-type"]).toBe("text/plain; charset=utf-8; format=flowed; delsp=yes")
  })

  it("believes the first field of a name", async () => {
    const raw = mail(
      "From: Ada <ada@example.org>",
      "From: Mallory <mallory@example.org>",
      "Message-ID: <true@example.org>",
      "Message-ID: <false@example.org>",
      "In-Reply-To: <parent@example.org>",
      "In-Reply-To: <other@example.org>",
      "Date: Mon, 1 Jan 2024 10:00:00 +0100",
      "Date: Tue, 2 Jan 2024 10:00:00 +0100",
      "References: <root@example.org> <parent@exam",
      " ple.org>",
      "",
      "Hello",
    )

    const message = await toMessage(raw, 0)

    expect(message).toMatchObject({
      id: "true@example.org",
      author: { name: "Ada", address: "ada@example.org" },
      inReplyTo: "parent@example.org",
      references: ["root@example.org", "parent@example.org"],
      sentAt: "2024-01-01T09:00:00Z",
    })
  })

  it.each([
    ["Mon, 1 Jan 2024 10:00:00 -0500", "2024-01-01T15:00:00Z"],
    ["1 Jan 24 10:00 EST", "2024-01-01T15:00:00Z"],
    ["Mon, 01 Jan 2024 10:00:00 +0100 (CET)", "2024-01-01T09:00:00Z"],
    ["Mon Jan  1 10:00:00 2024 +0100", "2024-01-01T09:00:00Z"],
    ["2024-01-01 10:00:00 +0100", "2024-01-01T09:00:00Z"],
    ["Mon Jan  1 10:00:00 2024", "2024-01-01T10:00:00Z"],
    ["Mon Jan  1 10:00:00 2024 CEST", undefined],
    ["Mon, 1 Jan 2024 10:00:00", undefined],
    ["Mon, 1 Jan 2024 10:00:00 CEST", undefined],
    ["Mon, 31 Feb 2024 10:00:00 +0000", undefined],
    ["yesterday", undefined],
  ])("reads the date %j as %j, never as now", async (date, sentAt) => {
    const message = await toMessage(mail("From: ada@example.org", `Date: ${date}`, "", "Hello"), 0)

    expect(message.sentAt).toBe(sentAt)
  })

  it("names a mail without Message-ID by its place", async () => {
    const message = await toMessage(mail("From: ada@example.org", "Subject: x", "", "Hello"), 7)

    expect(message.id).toBe("nomid-7")
  })

  it("joins text parts, names attachments and leaves forwarded mail out of the sender's words", async () => {
    const raw = mail(
      "From: ada@example.org",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "preamble",
      "--b",
      "Content-Type: text/plain",
      "",
      "one",
      "--b",
      "Content-Type: text/plain; charset=iso-8859-1",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "caf=E9=A0two",
      "--b",
      'Content-Type: image/png; name="=?utf-8?q?b=C3=A4r.png?="',
      "Content-Transfer-Encoding: base64",
      "",
      "AAAA",
      "--b",
      "Content-Type: message/rfc822",
      "",
      "From: bob@example.org",
      "",
      "not Ada's words",
      "--b--",
      "",
    )

    const message = await toMessage(raw, 0)

    expect(message.body).toBe("one\ncafé two")
    expect(message.attachments[0]).toBe("bär.png")
    expect(message.attachments).toHaveLength(2)
    expect(message.defect).toBeUndefined()
  })

  it("takes HTML only where there is no plain text, with blockquotes as quote marks", async () => {
    const html =
      "<p>I agree.</p><blockquote>Shall we?<blockquote>Older</blockquote></blockquote><p>See <a href='https://example.org/x'>this</a></p>"
    const message = await toMessage(mail("From: ada@example.org", "Content-Type: text/html", "", html), 0)

    expect(message.body.split("\n").filter((line) => line !== "")).toEqual([
      "I agree.",
      "> Shall we?",
      ">> Older",
      "See this",
    ])
  })

  it.each([
    [
      "a part that has no end",
      ['Content-Type: multipart/mixed; boundary="b"', "", "--b", "", "words"],
      "cut short: a part has no end",
    ],
    [
      "an unknown character set",
      ["Content-Type: text/plain; charset=klingon", "", "words"],
      'unknown character set "klingon"',
    ],
    [
      "base64 that is damaged",
      ["Content-Type: text/plain", "Content-Transfer-Encoding: base64", "", "d29y$ZHM="],
      "its base64 is damaged",
    ],
    [
      "bytes that the character set does not have",
      ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "", "words =E9"],
      "some characters are not utf-8",
    ],
    [
      "a multipart without a boundary",
      ["Content-Type: multipart/mixed", "", "--b", "", "words", "--b--"],
      "a multipart without a boundary",
    ],
  ])("keeps the words of a mail with %s and says what is broken", async (_, lines, defect) => {
    const message = await toMessage(mail("From: ada@example.org", ...lines), 0)

    expect(message.body).toContain("words")
    expect(message.defect).toBe(defect)
  })

  it.each([
    ["base64 that breaks off", ["Content-Transfer-Encoding: base64", "", "d29yZHMgYW5kIG1"], "its base64 is damaged"],
    [
      "a note of a program that cut it",
      ["", "words", "[Message clipped]  View entire message"],
      "cut short: it says so itself",
    ],
    [
      "a file within the text",
      ["", "words", "begin 644 notes.txt", "#:&D*", "`", "end"],
      "part of it is a file in uuencode, which is not read",
    ],
    ["such notes in a quote", ["", "words", "> [Message clipped]", "> begin 644 notes.txt"], undefined],
  ])("says of %s what is not read", async (_, lines, defect) => {
    expect((await toMessage(mail("From: ada@example.org", ...lines, ""), 0)).defect).toBe(defect)
  })

  it.each([
    ["rooms Digest, Vol 8, Issue 3", "it is a digest: whose words are whose is not told"],
    ["Re: rooms Digest, Vol 8, Issue 3", undefined],
  ])("tells whether %j is of many", async (subject, defect) => {
    const raw = mail("From: rooms-request@lists.example.org", `Subject: ${subject}`, "", "Message: 1", "")

    expect((await toMessage(raw, 0)).defect).toBe(defect)
  })

  it.each([
    ["bugzilla-daemon@example.org", "--- Comment #3 from Bo Holm <bo@example.net> ---", "Bo Holm", "bo@example.net"],
    ["bugzilla-daemon@example.org", "--- Comment #3 from Bo Holm (bo@example.net) ---", "Bo Holm", "bo@example.net"],
    ["bugzilla-daemon@example.org", "          Reporter: bo@example.net", undefined, "bo@example.net"],
    ['"bo at sub dot example.net" <x-bugzilla@example.org>', "words", undefined, "bo@sub.example.net"],
    ["Ada <ada@example.org>", "--- Comment #3 from Bo Holm <bo@example.net> ---", "Ada", "ada@example.org"],
  ])("knows who wrote what %s sends", async (from, line, name, address) => {
    const { author, headers } = await toMessage(
      mail(`From: ${from}`, "Auto-Submitted: auto-generated", "", line, ""),
      0,
    )

    expect(author).toEqual(name === undefined ? { address } : { name, address })
    expect("auto-submitted" in headers).toBe(name === "Ada")
  })

  it("takes 8-bit text without a label as UTF-8, or as windows-1252 where it is none", async () => {
    const utf8 = await toMessage(mail("From: ada@example.org", "", "naïve"), 0)
    const latin = await toMessage(Buffer.from("From: ada@example.org\n\nna\xEFve", "latin1"), 0)

    expect([utf8.body, latin.body]).toEqual(["naïve", "naïve"])
    expect(latin.defect).toBeUndefined()
  })

  it("takes a permalink from Archived-At alone", async () => {
    const message = await toMessage(
      mail(
        "From: ada@example.org",
        "Archived-At: <https://lists.example.org/arch/1>",
        "List-Archive: <https://other.example.org/>",
        "",
        "x",
      ),
      0,
    )

    expect(message.permalink).toBe("https://lists.example.org/arch/1")
  })

  it("gives the wrapped mail of a strict domain back to its author", async () => {
    const raw = mail(
      "From: Ada via dev <dev@lists.example.org>",
      "Message-ID: <mailman.5.1@lists.example.org>",
      'Content-Type: multipart/mixed; boundary="w"',
      "",
      "--w",
      "Content-Type: text/plain",
      "",
      "The sender's domain has a policy",
      "--w",
      "Content-Type: message/rfc822",
      "",
      "From: Ada <ada@example.org>",
      "Message-ID: <inner@example.org>",
      "",
      "My words",
      "--w--",
    )

    const message = await toMessage(raw, 0)

    expect(message).toMatchObject({
      id: "mailman.5.1@lists.example.org",
      author: { name: "Ada", address: "ada@example.org" },
      body: "My words",
    })
  })

  it("reads addresses that pipermail hides", async () => {
    const message = await toMessage(mail("From: ada at example.org (Ada Lovelace)", "", "x"), 0)

    expect(message.author).toEqual({ name: "Ada Lovelace", address: "ada@example.org" })
  })
})

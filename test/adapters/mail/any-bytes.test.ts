import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { toMessage } from "../../../adapters/mail/index.ts"
import { readBody } from "../../../src/index.ts"
import { ZONES } from "../../../src/model/body.ts"
import { aMailLikeBody } from "../../support/mail/mail-like-body.ts"

const aField = fc.constantFrom(
  "From: Ada Lindqvist <ada@tern.example>",
  "From: =?utf-8?B?w",
  "To: ,,;:<>",
  "Message-ID: <a@tern.example>",
  "References: <a@tern.example> <",
  "Date: never",
  "Content-Type: text/plain; charset=utf-16",
  "Content-Type: text/plain; format=flowed; delsp=yes",
  "Content-Type: text/html",
  "Content-Type: multipart/mixed; boundary=b",
  "Content-Type: multipart/alternative",
  "Content-Type: message/rfc822",
  "Content-Type: application/pkcs7-mime; smime-type=signed-data",
  "Content-Transfer-Encoding: base64",
  "Content-Transfer-Encoding: quoted-printable",
  "Content-Transfer-Encoding: x-unheard-of",
  " folded",
  "no field at all",
)
const aPart = fc.constantFrom("--b\n", "--b--\n", "<blockquote><p>x", "=C3=\n", "MIIB", "\u0000\uFFFD")
const aMail = fc
  .tuple(fc.array(aField, { maxLength: 6 }), fc.array(fc.oneof(aMailLikeBody, aPart), { maxLength: 6 }))
  .map(([fields, parts]) => Buffer.from(`${fields.join("\n")}\n\n${parts.join("\n")}`))
const anyBytes = fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes))

describe("any bytes", () => {
  it.each([
    ["that look like mail", aMail],
    ["at all", anyBytes],
  ])("%s give a message whose lines join to its body, the same each time", async (_what, bytes) => {
    await fc.assert(
      fc.asyncProperty(bytes, async (raw) => {
        const message = await toMessage(raw, 0)
        const lines = readBody(message)

        expect(lines.map((line) => line.text).join("\n")).toBe(message.body)
        for (const line of lines) expect(ZONES).toContain(line.zone)
        expect(await toMessage(raw, 0)).toEqual(message)
      }),
    )
  })
})

import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { toMessage } from "../../../../adapters/mail/index.ts"

// The mails of ./smime were made by openssl: cms -sign -nodetach (-stream), that once more, and cms -encrypt.
const FOLDER = "test/adapters/mail/smime"
const HEAD = "From: Ada Lindqvist <ada@tern.example>\nMessage-ID: <made@tern.example>\nMIME-Version: 1.0\n"
const ENVELOPE = `${HEAD}Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"
Content-Transfer-Encoding: base64\n\n`

function smime(name: string): Buffer {
  return readFileSync(`${FOLDER}/${name}.eml`)
}

/** A DER element: tag, length in four bytes, content. */
function element(tag: number, content: Uint8Array): Buffer {
  const head = Buffer.alloc(6)
  head.set([tag, 0x84])
  head.writeUInt32BE(content.length, 2)
  return Buffer.concat([head, content])
}

describe("opaque S/MIME", () => {
  it.each(["signed", "streamed", "signed-twice"])("is opened: %s", async (name) => {
    const message = await toMessage(smime(name), 0)

    expect(message.body.split("\n")).toEqual([
      "The door of the café sticks again; I would plane it.",
      "",
      "On Mon, 2 Mar 2026 18:20:11 +0100, Bo Marchetti wrote:",
      "> Does anybody know why it is so cold?",
      "",
    ])
    expect(message).toMatchObject({ author: { name: "Ada Lindqvist" }, attachments: [], defect: undefined })
  })

  it("is opened above the footer that a list puts below it", async () => {
    const [head = "", body = ""] = smime("signed").toString("utf8").split("Message-ID: <opaque@tern.example>\n")
    const raw = `${head}Message-ID: <list@tern.example>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n${body}\n--b\nContent-Type: text/plain\n\n____\nthe list\n--b--\n`

    const message = await toMessage(Buffer.from(raw), 0)

    expect(message.body).toContain("plane it.")
    expect(message.body).toContain("the list")
  })

  it("says of an encrypted mail that it cannot be read", async () => {
    const message = await toMessage(smime("encrypted"), 0)

    expect(message.body).toBe("")
    expect(message.defect).toBe("it is encrypted: only its recipients can read it")
  })

  it.each([
    ["nothing", ""],
    ["no DER", "AAAA"],
    ["a cut envelope", smime("signed").toString("utf8").split("\n\n")[1]?.slice(0, 300) ?? ""],
    ["sequences a thousand deep", wrapped(1_000).toString("base64")],
  ])("says that it could not be opened where it holds %s", async (_what, content) => {
    const message = await toMessage(Buffer.from(`${ENVELOPE}${content}\n`), 0)

    expect(message.body).toBe("")
    expect(message.defect).toBe("its S/MIME signature cannot be opened")
  })

  it("stays a file where it was sent along", async () => {
    const raw = `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee the mail that I got.\n--b\n${ENVELOPE.slice(HEAD.length)}AAAA\n--b--\n`

    const message = await toMessage(Buffer.from(raw), 0)

    expect(message).toMatchObject({ body: "See the mail that I got.", attachments: ["smime.p7m"], defect: undefined })
  })
})

describe("PGP", () => {
  it("says of an encrypted mail (RFC 3156) that it cannot be read", async () => {
    const raw = `${HEAD}Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n\naaaa\n-----END PGP MESSAGE-----\n--b--\n`

    const message = await toMessage(Buffer.from(raw), 0)

    expect(message.body).toBe("")
    expect(message.defect).toBe("it is encrypted: only its recipients can read it")
  })

  it("reads what is signed apart (RFC 3156), and names the signature as a file", async () => {
    const raw = `${HEAD}Content-Type: multipart/signed; protocol="application/pgp-signature"; micalg=pgp-sha256; boundary=b\n\n--b\nContent-Type: text/plain\n\nPlane the door.\n--b\nContent-Type: application/pgp-signature; name="signature.asc"\n\n-----BEGIN PGP SIGNATURE-----\n\naaaa\n-----END PGP SIGNATURE-----\n--b--\n`

    const message = await toMessage(Buffer.from(raw), 0)

    expect(message).toMatchObject({ body: "Plane the door.", attachments: ["signature.asc"], defect: undefined })
  })

  it.each([
    ["-----BEGIN PGP MESSAGE-----\n\naaaa\n-----END PGP MESSAGE-----", "part of it is encrypted"],
    ["> -----BEGIN PGP MESSAGE-----\nWhat is this?", undefined],
  ])("says of %j whether part of it is encrypted", async (body, defect) => {
    expect((await toMessage(Buffer.from(`${HEAD}\n${body}\n`), 0)).defect).toBe(defect)
  })
})

function wrapped(depth: number): Buffer {
  let inner: Buffer = Buffer.alloc(0)
  for (let count = 0; count < depth; count++) inner = element(0x30, inner)
  return inner
}

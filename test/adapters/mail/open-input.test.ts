import { gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { aFile } from "../../support/a-file.ts"
import { aMail, aMailThread, anMbox } from "../../support/mail/a-mail.ts"
import { readPath } from "../../support/mail/read-path.ts"

describe("packed files", () => {
  it("are read like what they hold", async () => {
    const path = aFile("list.mbox.gz", gzipSync(anMbox(aMailThread())))

    expect((await readPath(path))?.messages).toHaveLength(3)
  })

  it("that break off or are damaged are told in one line", async () => {
    const whole = gzipSync(
      anMbox(
        Array.from({ length: 50 }, (_, index) => aMail({ id: `${index}@example.org`, body: `${Math.sin(index)}` })),
      ),
    )
    const damaged = Buffer.from(whole)
    damaged.fill(0xff, 40, 80)

    await expect(readPath(aFile("cut.mbox.gz", whole.subarray(0, whole.length - 30)))).rejects.toThrow(
      /its gzip breaks off/,
    )
    await expect(readPath(aFile("bad.mbox.gz", damaged))).rejects.toThrow(/its gzip is damaged/)
  })

  it("that unpack to far more than they are stop early", async () => {
    const bomb = gzipSync(`${anMbox([aMail()])}${"x".repeat(30 * 1024 * 1024)}`)

    await expect(readPath(aFile("bomb.mbox.gz", bomb))).rejects.toThrow(/200 times its size/)
  })
})

import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { openEmbeddedStore } from "../../../adapters/sql/index.ts"
import { describeStore } from "../../contract/store.ts"
import { aFolder } from "../../support/a-file.ts"

describeStore("embedded", { open: () => openEmbeddedStore(aFolder()) })

describe("the embedded store", () => {
  it("names the process that holds it", async () => {
    const folder = aFolder()
    const store = await openEmbeddedStore(folder)

    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({
      code: "store-locked",
      message: `Cannot open the store in "${folder}": process ${process.pid} holds it`,
    })
    await store.close()
    await (await openEmbeddedStore(folder)).close()
  })

  it("says what to do where the file is no database", async () => {
    const folder = aFolder()
    writeFileSync(join(folder, "standpoint.db"), "this is no database at all, only some words\n".repeat(200))

    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ code: "store-unreadable" })
  })

  it("keeps what it was told when it is opened again", async () => {
    const folder = aFolder()
    const store = await openEmbeddedStore(folder)
    await store.installations.save("T1", "token")
    await store.close()

    const again = await openEmbeddedStore(folder)

    expect(await again.installations.find("T1")).toBe("token")
    await again.close()
  })
})

import { chromium } from "playwright-core"

/** Debian's package; another browser is named in the environment. */
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium"

/** A page's element `#picture` as a PNG file, twice as sharp as its size says. */
export async function takePicture(html: string, file: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] })
  try {
    const page = await browser.newPage({ deviceScaleFactor: 2, viewport: { width: 900, height: 600 } })
    await page.setContent(html, { waitUntil: "load" })
    await page.locator("#picture").screenshot({ path: file })
  } finally {
    await browser.close()
  }
}

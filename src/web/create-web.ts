import { Hono } from "hono"

export interface WebParts {
  /** What does not work at this moment, one sentence each; empty where everything does. */
  readonly findProblems: () => Promise<readonly string[]>
  /** Figures in Prometheus' text format. */
  readonly readMetrics: () => Promise<{ readonly contentType: string; readonly text: string }>
}

/** The pages that watch over the program: whether it is well, and its figures. */
export function createWeb({ findProblems, readMetrics }: WebParts): Hono {
  const web = new Hono()
  web.use(async (context, next) => {
    await next()
    context.header("X-Content-Type-Options", "nosniff")
    context.header("Cache-Control", "no-store")
  })
  web.get("/healthz", async (context) => {
    const problems = await findProblems()
    return problems.length === 0 ? context.text("ok\n") : context.text(`${problems.join("\n")}\n`, 503)
  })
  web.get("/metrics", async (context) => {
    const { contentType, text } = await readMetrics()
    return context.body(text, 200, { "Content-Type": contentType })
  })
  web.notFound((context) => context.text("There is nothing here\n", 404))
  return web
}

import type { IncomingMessage, ServerResponse } from "node:http"
import { createServer } from "node:http"
import { getRequestListener } from "@hono/node-server"
import type { Hono } from "hono"
import { AppError } from "../errors.ts"

/** Somebody else's request handler on our port, for the paths that begin with `prefix`. */
export interface PathHandler {
  readonly prefix: string
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
}

export interface ListenOptions {
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  readonly handlers?: readonly PathHandler[]
}

export interface WebServer {
  readonly url: string
  /** Lets requests in flight end. */
  close(): Promise<void>
}

/** Opens the one port of the program: our pages, and the paths that a platform calls. */
export async function listen(web: Hono, { host, port, handlers = [] }: ListenOptions): Promise<WebServer> {
  const pages = getRequestListener(web.fetch)
  const server = createServer((request, response) => {
    const handler = handlers.find(({ prefix }) => request.url?.startsWith(prefix))
    if (handler === undefined) void pages(request, response)
    else handler.handle(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(cannotListen({ host, port }, cause)))
    server.listen({ host, port }, resolve)
  })
  const address = server.address()
  const bound = typeof address === "object" && address !== null ? address.port : port
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

function cannotListen({ host, port }: ListenOptions, cause: NodeJS.ErrnoException): AppError {
  const reason = cause.code === "EADDRINUSE" ? "another program listens there" : (cause.code ?? "it was refused")
  return new AppError("config-invalid", `Cannot listen on ${host}:${port}: ${reason}`, {
    hint: "Set STANDPOINT_PORT to a free port, or STANDPOINT_HOST to an address of this machine",
    cause,
  })
}

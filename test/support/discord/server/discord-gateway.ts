import type { Server } from "node:http"
import { WebSocketServer } from "ws"
import type { WebSocket } from "ws"

interface Session {
  readonly id: string
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[]
  readonly shard: readonly [number, number]
  socket: WebSocket | undefined
  sequence: number
}

export interface Gateway {
  /** IDENTIFY payloads, in order. */
  readonly identifies: {
    readonly intents: number
    readonly token: string
    readonly shard?: readonly [number, number]
  }[]
  readonly resumes: { readonly session_id: string; readonly seq: number }[]
  dispatch(event: string, data: unknown): void
  /** Closes every connection with a code; what is dispatched before the client is back is kept for its RESUME. */
  drop(code: number): void
  /** From now on an IDENTIFY with these intents is refused with 4014. */
  refuseIntents(mask: number): void
  /** Forgets its sessions: a RESUME gets INVALID_SESSION, and the client must identify anew. */
  forgetSessions(): void
  close(): Promise<void>
}

interface GatewayParts {
  readonly url: () => string
  readonly ready: (session: string, shard: readonly [number, number]) => unknown
  readonly afterReady: (shard: readonly [number, number]) => readonly { readonly t: string; readonly d: unknown }[]
  readonly isToken: (token: string) => boolean
}

/** Discord's gateway as far as discord.js needs it: HELLO, IDENTIFY, READY, heartbeats, RESUME with replay. */
export function createGateway(http: Server, parts: GatewayParts): Gateway {
  const server = new WebSocketServer({ noServer: true })
  const sessions = new Map<string, Session>()
  const identifies: Gateway["identifies"] = []
  const resumes: Gateway["resumes"] = []
  let refused = 0
  http.on("upgrade", (request, socket, head) =>
    server.handleUpgrade(request, socket, head, (client) => server.emit("connection", client)),
  )
  const push = (session: Session, t: string, d: unknown): void => {
    session.sequence++
    session.sent.push({ s: session.sequence, t, d })
    session.socket?.send(JSON.stringify({ op: 0, s: session.sequence, t, d }))
  }
  server.on("connection", (socket: WebSocket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 30_000 } }))
    socket.on("message", (raw: Buffer) => {
      const packet = JSON.parse(raw.toString()) as { op: number; d: Record<string, unknown> }
      if (packet.op === 1) socket.send(JSON.stringify({ op: 11 }))
      if (packet.op === 2) identify(socket, packet.d as unknown as Gateway["identifies"][number])
      if (packet.op === 6) resume(socket, packet.d as unknown as Gateway["resumes"][number])
    })
  })
  const identify = (socket: WebSocket, d: Gateway["identifies"][number]): void => {
    identifies.push(d)
    if (!parts.isToken(d.token)) return socket.close(4004, "Authentication failed")
    if ((d.intents & refused) !== 0) return socket.close(4014, "Disallowed intent(s)")
    const shard = d.shard ?? [0, 1]
    const session: Session = { id: `session-${sessions.size + 1}-${shard[0]}`, sent: [], shard, socket, sequence: 0 }
    sessions.set(session.id, session)
    socket.on("close", () => (session.socket = session.socket === socket ? undefined : session.socket))
    push(session, "READY", parts.ready(session.id, shard))
    for (const event of parts.afterReady(shard)) push(session, event.t, event.d)
  }
  const resume = (socket: WebSocket, d: Gateway["resumes"][number]): void => {
    resumes.push(d)
    const session = sessions.get(d.session_id)
    if (session === undefined) {
      socket.send(JSON.stringify({ op: 9, d: false }))
      return
    }
    session.socket = socket
    for (const packet of session.sent.filter((sent) => sent.s > d.seq))
      socket.send(JSON.stringify({ op: 0, ...packet }))
    session.sequence++
    socket.send(JSON.stringify({ op: 0, s: session.sequence, t: "RESUMED", d: {} }))
  }
  return {
    identifies,
    resumes,
    // Events of a server go to the shard that holds it: here the first.
    dispatch: (event, data) => {
      const session = [...sessions.values()].filter((candidate) => candidate.shard[0] === 0).at(-1)
      if (session !== undefined) push(session, event, data)
    },
    drop: (code) => {
      for (const client of server.clients) client.close(code)
    },
    refuseIntents: (mask) => (refused = mask),
    forgetSessions: () => sessions.clear(),
    close: () =>
      new Promise((resolve) => {
        for (const client of server.clients) client.terminate()
        server.close(() => resolve())
      }),
  }
}

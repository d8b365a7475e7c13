import { connect } from 'node:net'

/** What came back for bytes written to a socket as they are, until the server closed it. */
export interface RawReply {
  /** Null when the connection was cut without an answer. */
  readonly status: number | null
  readonly text: string
}

/**
 * Writes `bytes` to a new connection and reads until the server closes it, or until a whole answer
 * with a Content-Length is there.
 */
export function rawExchange(port: number, bytes: string | Uint8Array): Promise<RawReply> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    const done = () => {
      socket.destroy()
      const status = /^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1]
      resolve({ status: status === undefined ? null : Number(status), text })
    }
    socket.setEncoding('latin1')
    socket.on('data', (piece: string) => {
      text += piece
      if (isWhole(text)) done()
    })
    // A reset is an answer too: what came before it counts.
    socket.on('error', done)
    socket.on('close', done)
    socket.write(bytes)
  })
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1]
  return end !== -1 && length !== undefined && text.length >= end + 4 + Number(length)
}

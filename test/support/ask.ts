import { type IncomingHttpHeaders, request } from 'node:http'

export interface Question {
  readonly method?: string
  /** Sent as it is: nothing is normalised or escaped. */
  readonly path?: string
  /** A Host in here replaces the right one; null sends none. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>
  readonly body?: string | Uint8Array
  readonly host?: string
}

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** One request on a connection of its own. Rejects when the connection breaks before the answer. */
export function ask(port: number, question: Question = {}): Promise<Reply> {
  const { method = 'GET', path = '/', headers = {}, body, host = '127.0.0.1' } = question
  return new Promise((resolve, reject) => {
    const asked = request({ host, port, method, path, agent: false, setHost: !('Host' in headers) })
    for (const [name, value] of Object.entries(headers)) {
      if (value !== null) asked.setHeader(name, value)
    }
    asked.on('error', reject)
    asked.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        text += piece
      })
      response.on('error', reject)
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      })
    })
    asked.end(body)
  })
}

/** The head of an answer that may never end; the connection is cut when it is there. */
export function askHead(port: number, question: Question = {}): Promise<Omit<Reply, 'text'>> {
  const { method = 'GET', path = '/', headers = {}, host = '127.0.0.1' } = question
  return new Promise((resolve, reject) => {
    const asked = request({ host, port, method, path, agent: false, setHost: !('Host' in headers) })
    for (const [name, value] of Object.entries(headers)) {
      if (value !== null) asked.setHeader(name, value)
    }
    asked.on('error', reject)
    asked.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers })
      asked.destroy()
    })
    asked.end()
  })
}

import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http'
import { answerOf } from './answer-of.ts'

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
  return new Promise((resolve, reject) => {
    const asked = prepared(port, question)
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
    asked.end(question.body)
  })
}

/** The head of an answer that may never end; the connection is cut when it is there. */
export async function askHead(
  port: number,
  question: Omit<Question, 'body'> = {},
): Promise<Omit<Reply, 'text'>> {
  const asked = prepared(port, question)
  const { statusCode = 0, headers } = await answerOf(asked)
  asked.destroy()
  return { status: statusCode, headers }
}

function prepared(port: number, question: Question): ClientRequest {
  const { method = 'GET', path = '/', headers = {}, host = '127.0.0.1' } = question
  const asked = request({ host, port, method, path, agent: false, setHost: !('Host' in headers) })
  for (const [name, value] of Object.entries(headers)) {
    if (value !== null) asked.setHeader(name, value)
  }
  return asked
}

import type { ClientRequest, IncomingMessage } from 'node:http'

/** Sends a request and waits for the head of its answer; later errors are left to the answer. */
export function answerOf(sent: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    sent.once('response', resolve)
    sent.once('error', reject)
    // After the answer, a destroyed request is how a client leaves.
    sent.on('error', () => undefined)
    sent.end()
  })
}

import { parentPort } from 'node:worker_threads'
import { answerHits } from '../../src/renderer/ui/search/answer-hits.ts'
import type { HitQuestion } from '../../src/renderer/ui/search/hit-messages.ts'

/*
 * The body of the page's thread for patterns, as a thread of Node: it has no `self` to listen to.
 */
if (parentPort === null) throw new Error('This file is the body of a thread.')
const port = parentPort
port.on('message', (question: HitQuestion) =>
  answerHits(question, (message) => port.postMessage(message)),
)
port.postMessage({ kind: 'ready' })

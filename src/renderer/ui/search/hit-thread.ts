/*
 * The page's thread for patterns: a pattern that backtracks for ever does so here, where it can be
 * ended, and the page stays quick.
 */
import { answerHits } from './answer-hits.ts'
import type { HitMessage, HitQuestion } from './hit-messages.ts'

function tell(message: HitMessage): void {
  self.postMessage(message)
}

self.addEventListener('message', ({ data }: MessageEvent<HitQuestion>) => answerHits(data, tell))
tell({ kind: 'ready' })

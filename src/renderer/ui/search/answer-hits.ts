import { findHits } from './find-hits.ts'
import type { HitMessage, HitQuestion } from './hit-messages.ts'

/** Tells the hits of one text after the other: when it is ended, the first untold text is to blame. */
export function answerHits(
  { pattern, texts }: HitQuestion,
  tell: (message: HitMessage) => void,
): void {
  const compiled = new RegExp(pattern.source, pattern.flags)
  for (const [text, line] of texts.entries()) {
    tell({ kind: 'hits', text, hits: findHits(compiled, line) })
  }
}

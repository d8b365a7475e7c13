import type { Hit } from './find-hits.ts'
import type { HitPattern } from './hit-pattern.ts'

/** The hits of one text; `text` is its place among those that were asked for. */
export interface HitAnswer {
  readonly text: number
  readonly hits: readonly Hit[]
}

/** What the thread that finds hits is asked. */
export interface HitQuestion {
  readonly pattern: HitPattern
  readonly texts: readonly string[]
}

/** What it says: once that it can be asked, and then the hits of each text, in order. */
export type HitMessage = { readonly kind: 'ready' } | ({ readonly kind: 'hits' } & HitAnswer)

import { z } from 'zod'
import { term } from '../../../shared/query.ts'
import type { Kept } from '../../kept/kept.ts'
import { createStore } from '../page/store.ts'
import { labelColour } from './label-colour.ts'

/** Rules at most: each looks at every line that is drawn. */
export const MAX_RULES = 32

/** One rule, as it is kept. */
export const rule = z.object({
  term,
  colour: labelColour,
  /** One that is off keeps its place in the list. */
  on: z.boolean(),
})

/** What the user wants coloured in all logs. */
export type Rule = z.infer<typeof rule>

const KEY = 'highlight-rules'

/** The user's own rules in their order: where two meet, the later one is seen. */
export interface Rules {
  /** The same array until a rule changes. */
  get(): readonly Rule[]
  set(rules: readonly Rule[]): void
  /** Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
}

/** The rules that were kept, and each change from here on. */
export function createRules(kept: Kept): Rules {
  const store = createStore<readonly Rule[]>(
    kept.read(KEY, z.array(rule).max(MAX_RULES).readonly(), []),
  )
  return {
    get: store.get,
    set(rules) {
      kept.write(KEY, rules)
      store.set(rules)
    },
    subscribe: store.subscribe,
  }
}

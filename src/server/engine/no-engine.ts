import type { Engine } from './engine.ts'

/** Runs nothing: what stands in until a server starts its threads. */
export const noEngine: Engine = {
  run: (kind) => Promise.reject(new Error(`There is no engine that could run "${kind}".`)),
  release: () => Promise.resolve(),
  close: () => Promise.resolve(),
}

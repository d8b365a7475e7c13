import type { GeneratorState } from '../../shared/protocol.ts'

/** The generator as HTTP sees it. */
export interface GeneratorControl {
  state(): GeneratorState
  /** Switches it on or off; on twice is on once. What goes wrong is in the state, it never rejects. */
  set(on: boolean): Promise<void>
  onChange(listener: () => void): () => void
}

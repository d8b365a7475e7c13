import type { GeneratorState, LogId } from '../shared/protocol.ts'
import { type RunningGenerator, startGenerator } from './generator/start-generator.ts'
import type { GeneratorControl } from './http/generator-control.ts'
import type { OwnLog } from './own-log.ts'

/** Which file is written, and how its log is opened. */
export interface GeneratorSwitchOptions {
  readonly file: string
  readonly ownLog: OwnLog
  /** Opens the log that the generator writes, or finds it opened; called when it is switched on. */
  readonly openLog: () => LogId
}

/** The one generator of a server, on or off. */
export class GeneratorSwitch implements GeneratorControl {
  readonly #options: GeneratorSwitchOptions
  readonly #listeners = new Set<() => void>()
  #running: { readonly generator: RunningGenerator; readonly log: LogId } | null = null

  constructor(options: GeneratorSwitchOptions) {
    this.#options = options
  }

  state(): GeneratorState {
    if (this.#running === null) return { kind: 'off' }
    const { generator, log } = this.#running
    const progress = generator.state()
    return progress.kind === 'running' ? { ...progress, log } : progress
  }

  async set(on: boolean): Promise<void> {
    if (on) this.#start()
    else await this.close()
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Switches it off for good or for now. */
  async close(): Promise<void> {
    const running = this.#running
    this.#running = null
    if (running === null) return
    this.#tell()
    await running.generator.close()
  }

  #start(): void {
    const { file, ownLog, openLog } = this.#options
    if (this.#running !== null) {
      // Its log may have been removed since.
      openLog()
      return
    }
    const generator = startGenerator({ file, ownLog })
    this.#running = { generator, log: openLog() }
    generator.onChange(() => this.#tell())
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

import type { PageState } from '../../../src/renderer/data/page-state.ts'
import type { LogState } from '../../../src/shared/protocol.ts'

/** The state of a live page that shows `log`, with what a test wants to be different. */
export function pageState(log: LogState | null, change: Partial<PageState> = {}): PageState {
  return {
    connection: { kind: 'live' },
    server: {
      version: '1.0.0',
      instance: 'first',
      capabilities: { generator: true, remote: true },
      generator: { kind: 'off' },
      logs: log === null ? [] : [log],
    },
    selected: log?.id ?? null,
    pause: { kind: 'running' },
    follow: true,
    leftAt: null,
    readings: new Map(),
    rate: 0,
    views: new Map(),
    shown: new Map(),
    folds: new Map(),
    ...change,
  }
}

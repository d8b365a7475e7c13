import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { LogPhase } from '../../../shared/protocol.ts'
import { type PageState, selectedLog } from '../../data/page-state.ts'
import { refusalWords } from '../notices/refusal-words.ts'
import { remoteFailureWords } from '../notices/remote-failure-words.ts'
import type { Tone } from './tone.ts'

/** The state of the stream for the status bar. */
export interface StreamWords {
  readonly tone: Tone
  readonly text: string
  /** When the next try comes, in ms since 1970; null when none is due. Counted down beside the text. */
  readonly retryAt: number | null
}

/** Says the page's connection and, once that is live, what the selected log is doing. */
export function streamWords(t: TFunction, state: PageState): StreamWords {
  const { connection } = state
  switch (connection.kind) {
    case 'idle':
      return says('idle', state.server === null ? t('status.ready') : t('status.idle'))
    case 'connecting':
      return says('busy', t('status.connecting'))
    case 'reconnecting':
      return says('warning', t('status.reconnecting'), connection.retryAt)
    case 'refused':
      return says('danger', t('status.refused', { reason: refusalWords(t, connection.error) }))
    case 'live': {
      if (state.pause.kind === 'paused') return says('paused', t('status.paused'))
      const log = selectedLog(state)
      return log === null ? says('live', t('status.live')) : phaseWords(t, log.phase)
    }
    default:
      return assertNever(connection, 'connection')
  }
}

function phaseWords(t: TFunction, phase: LogPhase): StreamWords {
  switch (phase.kind) {
    case 'opening':
      return says('busy', t('status.opening'))
    case 'following':
    case 'live':
      return says('live', t('status.live'))
    case 'waiting':
      return says('warning', t('status.waiting', { reason: t(`wait.${phase.reason}`) }))
    case 'connecting':
      return says('busy', t('status.remoteConnecting'))
    case 'reconnecting': {
      const reason = remoteFailureWords(t, phase.reason)
      return says('warning', t('status.remoteReconnecting', { reason }), phase.retryAt)
    }
    case 'ended':
      return says('idle', t('status.ended'))
    case 'refused': {
      const reason = remoteFailureWords(t, phase.reason)
      // Nobody refused a stream that was not asked.
      if (phase.reason.kind === 'secret') return says('idle', reason)
      return says('danger', t('status.refused', { reason }))
    }
    default:
      return assertNever(phase, 'phase')
  }
}

function says(tone: Tone, text: string, retryAt: number | null = null): StreamWords {
  return { tone, text, retryAt }
}

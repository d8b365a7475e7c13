import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { LogOrigin, LogPhase } from '../../../shared/protocol.ts'
import { refusalWords } from '../notices/refusal-words.ts'
import { remoteFailureWords } from '../notices/remote-failure-words.ts'
import type { StageView } from './stage-view.ts'

export interface EmptyWords {
  readonly title: string
  readonly text: string
}

/** What a stage without lines says; `hasBridge` tells the app from a browser. */
export function emptyWords(
  t: TFunction,
  view: Exclude<StageView, { kind: 'lines' }>,
  hasBridge: boolean,
): EmptyWords {
  switch (view.kind) {
    case 'loading':
      return { title: t('status.connecting'), text: '' }
    case 'server-away':
      return { title: t('empty.server.title'), text: t('empty.server.text') }
    case 'refused':
      return { title: t('empty.server.refused'), text: refusalWords(t, view.error) }
    case 'no-log':
      return {
        title: t('empty.noLog.title'),
        text: hasBridge ? t('empty.noLog.text') : t('empty.noLog.textBrowser'),
      }
    case 'unread':
      return {
        title: t('empty.unread.title'),
        text: t('empty.unread.text', { name: view.log.name }),
      }
    case 'no-lines':
      return noLinesWords(t, view.phase, view.log.origin)
    default:
      return assertNever(view, 'view of the stage')
  }
}

function noLinesWords(t: TFunction, phase: LogPhase, origin: LogOrigin): EmptyWords {
  switch (phase.kind) {
    case 'opening':
      return { title: t('empty.loading.title'), text: t('empty.loading.text') }
    case 'following':
      return { title: t('empty.file.title'), text: t('empty.file.text') }
    case 'waiting': {
      const reason = t(`wait.${phase.reason}`)
      return { title: t('empty.waiting.title'), text: t('empty.waiting.text', { reason }) }
    }
    case 'live':
    case 'ended':
      return origin.kind === 'remote'
        ? { title: t('empty.remote.title'), text: t(`empty.remote.${phase.kind}`) }
        : { title: t('empty.file.title'), text: t('empty.file.text') }
    case 'connecting':
      return { title: t('empty.connecting.title'), text: t('empty.connecting.text') }
    case 'reconnecting':
      return { title: t('empty.reconnecting.title'), text: remoteFailureWords(t, phase.reason) }
    case 'refused':
      return {
        title: t(phase.reason.kind === 'secret' ? 'empty.secret.title' : 'empty.refused.title'),
        text: remoteFailureWords(t, phase.reason),
      }
    default:
      return assertNever(phase, 'phase')
  }
}

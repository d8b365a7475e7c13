import type { TFunction } from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogId, LogPhase } from '../../../shared/protocol.ts'
import type { PageState } from '../../data/page-state.ts'
import { isStreamOpen } from '../commands/is-stream-open.ts'
import { refusalWords } from '../notices/refusal-words.ts'
import { remoteFailureWords } from '../notices/remote-failure-words.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'

export type Connecting =
  | { readonly kind: 'asking' }
  /** `log` is null until the server took the address; then its first answer is awaited. */
  | { readonly kind: 'busy'; readonly url: string; readonly log: LogId | null }
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * Connects to an address and waits for the stream's first answer, so that a refusal is said beside
 * the field. `onConnected` is called once the stream is live, or goes on trying by itself.
 */
export function useConnecting(onConnected: (url: string) => void) {
  const { t } = useTranslation()
  const { session } = usePage()
  const [state, setState] = useState<Connecting>({ kind: 'asking' })
  const log = state.kind === 'busy' ? state.log : null
  const find = ({ server }: PageState) => server?.logs.find(({ id }) => id === log)
  const phase = usePageState((page) => find(page)?.phase ?? null)
  const hasLines = usePageState((page) => (find(page)?.end ?? 0) > 0)
  const onConnectedNow = useRef(onConnected)
  onConnectedNow.current = onConnected

  useEffect(() => {
    if (state.kind !== 'busy' || state.log === null || phase === null) return
    if (phase.kind === 'opening' || phase.kind === 'connecting') return
    const reason = whyNothing(t, phase)
    if (reason === null || hasLines) {
      onConnectedNow.current(state.url)
      return
    }
    // It never was a log to read: its reason stands beside the field.
    setState({ kind: 'refused', reason })
    void session.closeLog(state.log)
  }, [state, phase, hasLines, session, t])

  async function connect(text: string): Promise<void> {
    const url = text.trim()
    if (url === '') {
      setState({ kind: 'refused', reason: t('connect.empty') })
      return
    }
    setState({ kind: 'busy', url, log: null })
    const answer = await session.connectUrl(url)
    if (answer.kind === 'refused') {
      setState({ kind: 'refused', reason: refusalWords(t, answer.error) })
      return
    }
    // To connect is to want to read: the stream of this page opens with it.
    session.select(answer.log)
    if (!isStreamOpen(session.getState().connection)) session.start()
    setState({ kind: 'busy', url, log: answer.log })
  }

  return {
    state,
    connect: (url: string) => void connect(url),
    forget: () => setState((before) => (before.kind === 'refused' ? { kind: 'asking' } : before)),
  }
}

/** Why a stream will send nothing; null when it may. */
function whyNothing(t: TFunction, phase: LogPhase): string | null {
  if (phase.kind === 'refused') return remoteFailureWords(t, phase.reason)
  return phase.kind === 'ended' ? t('remote.status.204') : null
}

import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogId } from '../../../shared/protocol.ts'
import type { PageState } from '../../data/page-state.ts'
import { isStreamOpen } from '../commands/is-stream-open.ts'
import { refusalWords } from '../notices/refusal-words.ts'
import { remoteFailureWords } from '../notices/remote-failure-words.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'

/** How far connecting with a secret is. */
export type Giving =
  | { readonly kind: 'asking' }
  /** `log` is null until the server took the address; then the stream's first answer is awaited. */
  | { readonly kind: 'busy'; readonly log: LogId | null }
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * Connects a listed stream anew, by its address with the secret in it, and waits for the first answer, so
 * that a refusal is said beside the field. The listed log stays, whatever comes; `onConnected` is called
 * once the stream is live, or goes on trying by itself.
 */
export function useGivingSecret(listed: LogId, onConnected: () => void) {
  const { t } = useTranslation()
  const { session } = usePage()
  const [state, setState] = useState<Giving>({ kind: 'asking' })
  const log = state.kind === 'busy' ? state.log : null
  const phase = usePageState(
    ({ server }: PageState) => server?.logs.find(({ id }) => id === log)?.phase ?? null,
  )
  const onConnectedNow = useRef(onConnected)
  onConnectedNow.current = onConnected

  useEffect(() => {
    if (log === null || phase === null) return
    if (phase.kind === 'opening' || phase.kind === 'connecting') return
    if (phase.kind !== 'refused' && phase.kind !== 'ended') {
      session.select(log)
      onConnectedNow.current()
      return
    }
    const reason =
      phase.kind === 'ended' ? t('remote.status.204') : remoteFailureWords(t, phase.reason)
    setState({ kind: 'refused', reason })
    // A secret in the address makes another log of it: one that never was connected is none to keep.
    if (log !== listed) void session.closeLog(log)
  }, [log, phase, listed, session, t])

  async function give(address: string): Promise<void> {
    setState({ kind: 'busy', log: null })
    const answer = await session.connectUrl(address)
    if (answer.kind === 'refused') {
      setState({ kind: 'refused', reason: refusalWords(t, answer.error) })
      return
    }
    // To connect is to want to read; and without the stream of this page nobody tells of the answer.
    if (!isStreamOpen(session.getState().connection)) session.start()
    setState({ kind: 'busy', log: answer.log })
  }

  return {
    state,
    give: (address: string) => void give(address),
    refuse: (reason: string) => setState({ kind: 'refused', reason }),
    forget: () => setState((before) => (before.kind === 'refused' ? { kind: 'asking' } : before)),
  }
}

import { useTranslation } from 'react-i18next'
import { indexShare } from '../../data/index-share.ts'
import { selectedLog } from '../../data/page-state.ts'
import { useFormat } from '../page/use-format.ts'
import { usePageState } from '../page/use-page-state.ts'
import { targetOf } from '../sources/target-of.ts'
import { ENCODING_NAMES } from './encoding-names.ts'

/** Every figure of the selected log, each with its name. */
export function LogFacts() {
  const { t } = useTranslation()
  const format = useFormat()
  const log = usePageState(selectedLog)
  const rate = usePageState((state) => state.rate)
  if (log === null) return null
  const lines = log.end - log.first
  const share = indexShare(log)
  const isRemote = log.origin.kind === 'remote'
  const facts: readonly (readonly [name: string, value: string])[] = [
    [t(isRemote ? 'details.address' : 'details.path'), targetOf(log.origin)],
    [t('details.state'), t(`phase.${log.phase.kind}`)],
    [
      t('details.lines'),
      share === null
        ? format.number(lines)
        : t('indexing.soFar', { lines: format.number(lines), percent: format.percent(share) }),
    ],
    [t('details.size'), format.bytes(log.bytes)],
    [t('details.rate'), t('rate', { rate: format.rate(rate) })],
    [t('details.errors'), format.number(log.errors)],
    [t('details.rotations'), format.number(log.rotations)],
    [t('status.encoding'), ENCODING_NAMES[log.encoding]],
    [t('details.watch'), t(log.watch === 'stat' ? 'status.watchStat.help' : 'details.watchEvents')],
  ]
  return (
    <dl className="details-facts">
      {facts.map(([name, value]) => (
        <div key={name} className="details-fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

import { ArrowDownToLine, ArrowLeftRight, Columns2, Link2, Rows2, X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogState } from '../../../shared/protocol.ts'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { useStore } from '../page/use-store.ts'
import { listLabels } from '../stage/list-labels.ts'
import { NothingShown } from '../stage/nothing-shown.tsx'
import { PaneButton, PaneToggle } from './pane-button.tsx'
import { SecondEmpty } from './second-empty.tsx'
import { SecondList, type SecondListHandle } from './second-list.tsx'
import { SecondSelect } from './second-select.tsx'
import { SplitSeparator } from './split-separator.tsx'

/** The second log: its head with what can be done, and its lines. */
export function SecondPane({ log }: { readonly log: LogState }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { split } = usePage()
  const { side, linked } = useStore(split.state)
  const [follow, setFollow] = useState(true)
  const handle = useRef<SecondListHandle | null>(null)
  const labels = useMemo(() => listLabels(t, format, log.name), [t, format, log.name])
  return (
    <section className="second" aria-label={t('split.second')}>
      <SplitSeparator />
      <div className="second-head" role="toolbar" aria-label={t('split.tools')}>
        <SecondSelect second={log} />
        <PaneToggle
          icon={ArrowDownToLine}
          label={t('split.follow')}
          isSelected={follow}
          onChange={(next) => handle.current?.setFollow(next)}
        />
        <PaneToggle
          icon={Link2}
          label={t('split.linked')}
          isSelected={linked}
          onChange={split.link}
        />
        <PaneButton icon={ArrowLeftRight} label={t('split.swap')} onPress={split.swap} />
        <PaneButton
          icon={side === 'beside' ? Rows2 : Columns2}
          label={t(side === 'beside' ? 'split.below' : 'split.beside')}
          onPress={split.turn}
        />
        <PaneButton icon={X} label={t('split.close')} onPress={split.toggle} />
      </div>
      <div className="second-body" data-lines>
        <SecondList ref={handle} log={log.id} labels={labels} onFollow={setFollow} />
        <NothingShown log={log.id} />
        <SecondEmpty id={log.id} />
      </div>
    </section>
  )
}

import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { useStore } from '../page/use-store.ts'
import './histogram.css'
import './histogram-tools.css'
import './histogram-tip.css'
import { HistogramFold } from './histogram-fold.tsx'
import { HistogramPanel } from './histogram-panel.tsx'

/** How the lines of the selected log lie in time, above them; folded to a small button by choice. */
export function Histogram() {
  const { list, histogram } = usePage()
  const isListed = useStore(list) !== null
  const { open } = useStore(histogram.look)
  const log = usePageState((state) => state.selected)
  if (!isListed || log === null) return null
  return open ? <HistogramPanel key={log} log={log} /> : <HistogramFold />
}

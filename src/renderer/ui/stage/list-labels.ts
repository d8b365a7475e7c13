import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Mark } from '../../../shared/protocol.ts'
import type { Format } from '../../i18n/format.ts'
import type { LogListLabels } from '../../list/list-model.ts'

/** The words of the list of lines of the log called `name`. */
export function listLabels(t: TFunction, format: Format, name: string): LogListLabels {
  return {
    grid: t('stage.lines', { name }),
    mark: (mark) => markWords(t, format, mark),
    cut: (bytes) => t('line.cut', { bytes: format.bytes(bytes) }),
    entry: (more, open) => `${open ? '\u2212' : '+'}${format.number(more)}`,
    toggleEntry: (more, open) => t(open ? 'entries.fold' : 'entries.unfold', { count: more }),
    openLink: (key) => t('line.openLink', { key }),
    number: t('list.number'),
    text: t('list.text'),
    openCut: (bytes) => t('line.openCut', { bytes: format.bytes(bytes) }),
  }
}

function markWords(t: TFunction, format: Format, mark: Mark): string {
  const time = format.time(mark.at)
  switch (mark.kind) {
    case 'rotated':
      return t('mark.rotated', { time })
    case 'truncated':
      return t('mark.truncated', { time })
    case 'gone':
      return t('mark.gone', { time })
    case 'back':
      return t('mark.back', { time })
    case 'gap':
      return gapWords(t, format, mark)
    default:
      return assertNever(mark.kind, 'kind of mark')
  }
}

function gapWords(t: TFunction, format: Format, { bytes, lines }: Mark): string {
  if (lines !== null) return t('mark.gap', { what: t('lines', { count: lines }) })
  if (bytes !== null) return t('mark.gap', { what: format.bytes(bytes) })
  return t('mark.gapUnknown')
}

import { useTranslation } from 'react-i18next'
import type { LogId } from '../../../shared/protocol.ts'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { useStore } from '../page/use-store.ts'
import { NO_NEWS } from './news.ts'
import { newsWords } from './news-words.ts'

/** The most errors that are counted on the mark: more are not read, and would push the name away. */
const MAX_COUNT = 999

/** What is new in a log: a dot for lines, a number for errors, and words for those who hear it. */
export function NewsMark({ id }: { readonly id: LogId }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { news } = usePage()
  const own = useStore(news).get(id) ?? NO_NEWS
  if (!own.lines) return null
  const { errors } = own
  const words = newsWords(t, own)
  return (
    <span className="news-mark" data-tone={errors > 0 ? 'danger' : 'accent'} title={words}>
      <span aria-hidden>
        {errors > 0 &&
          (errors > MAX_COUNT ? `${format.number(MAX_COUNT)}+` : format.number(errors))}
      </span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}

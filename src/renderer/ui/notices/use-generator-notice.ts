import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'

/** Says it when the generator had to stop: a full disk, a folder that was removed. */
export function useGeneratorNotice(): void {
  const { t } = useTranslation()
  const { notices } = usePage()
  const generator = usePageState((state) => state.server?.generator ?? null)
  useEffect(() => {
    if (generator?.kind !== 'failed') return
    const { path, code } = generator
    notices.show({
      tone: 'danger',
      title: t('notice.generatorFailed'),
      text: t('notice.generatorFailed.text', { path, code }),
    })
  }, [generator, notices, t])
}

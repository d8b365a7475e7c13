import { Ban, FileDown } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { hasFiles } from './has-files.ts'

/** Takes files dropped anywhere on the page and shows, while they hover, what a drop will do. */
export function DropTarget() {
  const { t } = useTranslation()
  const { bridge, commands } = usePage()
  const [isOver, setIsOver] = useState(false)
  // Every element that is entered and left reports: only the last leave means outside.
  const depth = useRef(0)
  useEffect(() => {
    const abort = new AbortController()
    const { signal } = abort
    const on = (
      type: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
      run: (event: DragEvent) => void,
    ) =>
      window.addEventListener(type, (event) => hasFiles(event.dataTransfer) && run(event), {
        signal,
      })
    on('dragenter', () => {
      depth.current += 1
      setIsOver(true)
    })
    on('dragover', (event) => event.preventDefault())
    on('dragleave', () => {
      depth.current -= 1
      if (depth.current <= 0) setIsOver(false)
    })
    on('drop', (event) => {
      // Without this a browser leaves the page for the file.
      event.preventDefault()
      depth.current = 0
      setIsOver(false)
      commands.openDropped([...(event.dataTransfer?.files ?? [])])
    })
    return () => abort.abort()
  }, [commands])
  if (!isOver) return null
  return (
    <div className="drop" data-allowed={bridge !== undefined || undefined}>
      <div className="drop-card">
        {bridge === undefined ? <Ban aria-hidden size={28} /> : <FileDown aria-hidden size={28} />}
        <strong>{bridge === undefined ? t('drop.browser') : t('drop.app')}</strong>
        {bridge === undefined && <span>{t('drop.browser.text')}</span>}
      </div>
    </div>
  )
}

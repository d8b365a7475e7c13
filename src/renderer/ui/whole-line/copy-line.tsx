import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { WholeLineReader } from '../../data/whole-line-reader.ts'
import { plainText } from '../../list/style-line.ts'
import { writeClipboard } from '../../list/write-clipboard.ts'
import { useFormat } from '../page/use-format.ts'

type Copying =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'copied'; readonly bytes: number }
  | { readonly kind: 'failed' }

/** Loads what can be shown of the line and puts it on the clipboard, as it is shown. */
export function CopyLine({ reader }: { readonly reader: WholeLineReader | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [copying, setCopying] = useState<Copying>({ kind: 'idle' })

  async function copy(source: WholeLineReader): Promise<void> {
    setCopying({ kind: 'busy' })
    const isLoaded = await source.all()
    const { pieces, loaded } = source.get()
    const isCopied = isLoaded && (await writeClipboard(pieces.map(plainText).join('')))
    setCopying(isCopied ? { kind: 'copied', bytes: loaded } : { kind: 'failed' })
  }

  return (
    <>
      <span className="whole-line-copied" role="status">
        {copying.kind === 'copied' && t('wholeLine.copied', { bytes: format.bytes(copying.bytes) })}
        {copying.kind === 'failed' && t('wholeLine.copyFailed')}
      </span>
      <Button
        className="tool"
        data-tone="bordered"
        isDisabled={reader === null}
        isPending={copying.kind === 'busy'}
        onPress={() => {
          if (reader !== null) void copy(reader)
        }}
      >
        <Copy aria-hidden size={14} className="tool-icon" />
        {copying.kind === 'busy' ? t('wholeLine.copying') : t('wholeLine.copy')}
      </Button>
    </>
  )
}

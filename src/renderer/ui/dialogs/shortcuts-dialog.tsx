import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { isMac } from '../commands/is-mac.ts'
import { keyNames } from '../commands/key-names.ts'
import { type Chord, SHORTCUTS } from '../commands/shortcuts.ts'
import { usePage } from '../page/page-context.ts'
import { DialogFrame } from './dialog-frame.tsx'

/** Every shortcut of the page with its keys. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <DialogFrame title={t('shortcuts.title')} onClose={onClose}>
      <dl className="shortcuts">
        {SHORTCUTS.map((shortcut) => (
          <div key={shortcut.command} className="shortcut">
            <dt>
              {t(shortcut.label)}
              {shortcut.inList && <small> ({t('shortcuts.inList')})</small>}
            </dt>
            <dd>
              {shortcut.chords.map((chord, index) => (
                <Fragment key={chord.key}>
                  {index > 0 && <span className="shortcut-or">{t('shortcuts.or')}</span>}
                  <Keys chord={chord} />
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </DialogFrame>
  )
}

function Keys({ chord }: { readonly chord: Chord }) {
  const { t } = useTranslation()
  const { bridge } = usePage()
  return (
    <span className="keys">
      {keyNames(t, chord, isMac(bridge)).map((name) => (
        <kbd key={name} className="key">
          {name}
        </kbd>
      ))}
    </span>
  )
}

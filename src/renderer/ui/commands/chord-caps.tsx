import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import type { Chord } from './chord.ts'
import { isMac } from './is-mac.ts'
import { KeyCaps } from './key-caps.tsx'
import { keyNames } from './key-names.ts'

/** A chord as the keys in front of the user. */
export function ChordCaps({ chord }: { readonly chord: Chord }) {
  const { t } = useTranslation()
  const { bridge } = usePage()
  return <KeyCaps names={keyNames(t, chord, isMac(bridge))} />
}

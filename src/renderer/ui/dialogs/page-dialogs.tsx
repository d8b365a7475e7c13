import { assertNever } from '../../../shared/assert-never.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { ConnectDialog } from './connect-dialog.tsx'
import { OpenLogDialog } from './open-log-dialog.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'

/** The dialog that is open, if one is. */
export function PageDialogs() {
  const { dialogs } = usePage()
  const open = useStore(dialogs)
  const close = () => dialogs.set(null)
  switch (open) {
    case null:
      return null
    case 'connect':
      return <ConnectDialog onClose={close} />
    case 'open':
      return <OpenLogDialog onClose={close} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />
    default:
      return assertNever(open, 'dialog')
  }
}

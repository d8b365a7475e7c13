import { assertNever } from '../../../shared/assert-never.ts'
import { LinksDialog } from '../details/links-dialog.tsx'
import { OpenLinkDialog } from '../details/open-link-dialog.tsx'
import { SetsDialog } from '../filters/sets-dialog.tsx'
import { GoToDialog } from '../go-to/go-to-dialog.tsx'
import { ColoursDialog } from '../highlight/colours-dialog.tsx'
import { BookmarkDialog } from '../marks/bookmark-dialog.tsx'
import { BookmarksDialog } from '../marks/bookmarks-dialog.tsx'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { PaletteDialog } from '../palette/palette-dialog.tsx'
import { SaveDialog } from '../saving/save-dialog.tsx'
import { SecretDialog } from '../sources/secret-dialog.tsx'
import { WholeLineDialog } from '../whole-line/whole-line-dialog.tsx'
import { ConnectDialog } from './connect-dialog.tsx'
import { OpenLogDialog } from './open-log-dialog.tsx'
import { ShortcutEditor } from './shortcut-editor.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'

/** The dialog that is open, if one is. */
export function PageDialogs() {
  const { dialogs } = usePage()
  const open = useStore(dialogs)
  const close = () => dialogs.set(null)
  if (open === null) return null
  switch (open.kind) {
    case 'connect':
      return <ConnectDialog onClose={close} />
    case 'secret':
      return <SecretDialog log={open.log} onClose={close} />
    case 'open':
      return <OpenLogDialog onClose={close} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />
    case 'shortcut-editor':
      return <ShortcutEditor onClose={close} />
    case 'palette':
      return <PaletteDialog onClose={close} />
    case 'go-to':
      return <GoToDialog onClose={close} />
    case 'filter-sets':
      return <SetsDialog onClose={close} />
    case 'whole-line':
      return <WholeLineDialog log={open.log} line={open.line} onClose={close} />
    case 'colours':
      return <ColoursDialog onClose={close} />
    case 'open-link':
      return <OpenLinkDialog href={open.href} onClose={close} />
    case 'links':
      return <LinksDialog hrefs={open.hrefs} onClose={close} />
    case 'bookmarks':
      return <BookmarksDialog onClose={close} />
    case 'bookmark': {
      const back = open.isListed ? () => dialogs.set({ kind: 'bookmarks' }) : close
      return <BookmarkDialog mark={open.mark} onClose={back} />
    }
    case 'save':
      return <SaveDialog what={open.what} reason={open.reason} onClose={close} />
    default:
      return assertNever(open, 'dialog')
  }
}

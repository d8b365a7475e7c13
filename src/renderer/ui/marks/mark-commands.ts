import type { Command } from '../commands/command.ts'
import type { Page } from '../page/page-context.ts'

/** Bookmarks, copying and saving by key and palette. */
export function markCommands({ marking, copying, saving, session }: Page): readonly Command[] {
  const hasLog = () => session.getState().selected !== null
  return [
    {
      id: 'toggleBookmark',
      label: 'marks.toggle',
      group: 'marks.group',
      chords: [{ key: 'm' }],
      run: marking.toggle,
      isAvailable: marking.hasLine,
    },
    {
      id: 'editBookmark',
      label: 'marks.edit',
      group: 'marks.group',
      chords: [{ key: 'm', shift: true }],
      run: marking.edit,
      isAvailable: marking.hasLine,
    },
    {
      id: 'nextBookmark',
      label: 'marks.next',
      group: 'marks.group',
      chords: [{ key: ']' }, { key: 'f2' }],
      repeats: true,
      run: () => marking.go(1),
      isAvailable: marking.hasMarks,
    },
    {
      id: 'previousBookmark',
      label: 'marks.previous',
      group: 'marks.group',
      chords: [{ key: '[' }, { key: 'f2', shift: true }],
      repeats: true,
      run: () => marking.go(-1),
      isAvailable: marking.hasMarks,
    },
    {
      id: 'showBookmarks',
      label: 'marks.showAll',
      group: 'marks.group',
      chords: [{ key: 'b' }],
      run: marking.showAll,
      isAvailable: hasLog,
    },
    {
      id: 'copyLines',
      label: 'copying.lines',
      group: 'marks.group',
      chords: [{ key: 'c', mod: true }],
      inList: true,
      run: copying.lines,
      isAvailable: copying.hasSelection,
    },
    {
      id: 'copyNumberedLines',
      label: 'copying.numbered',
      group: 'marks.group',
      chords: [{ key: 'c', shift: true }],
      inList: true,
      run: copying.numberedLines,
      isAvailable: copying.hasSelection,
    },
    {
      id: 'copyEntry',
      label: 'copying.entry',
      group: 'marks.group',
      chords: [{ key: 'y' }],
      inList: true,
      run: copying.entry,
      isAvailable: copying.hasSelection,
    },
    {
      id: 'saveLines',
      label: 'saving.command',
      group: 'marks.group',
      chords: [{ key: 's', mod: true }],
      run: () => saving.ask(),
      isAvailable: hasLog,
    },
  ]
}

import type { Command } from '../commands/command.ts'
import type { Page } from '../page/page-context.ts'

/** What the user can do to search. */
export function searchCommands({ session, search, commands }: Page): readonly Command[] {
  const { searches } = search
  const hasLog = () => session.getState().selected !== null
  const isTyped = () => searches.get().input.text !== ''
  const isOpen = () => searches.get().phase.kind !== 'closed'
  const own = { group: 'search.group', isAvailable: hasLog } as const
  return [
    {
      ...own,
      id: 'search',
      label: 'search.open',
      chords: [{ key: 'f', mod: true }, { key: '/' }],
      run: search.focusField,
    },
    {
      ...own,
      id: 'searchNext',
      label: 'search.next',
      chords: [{ key: 'f3' }, { key: 'n' }],
      repeats: true,
      run: () => search.step(1),
      isAvailable: isTyped,
    },
    {
      ...own,
      id: 'searchPrevious',
      label: 'search.previous',
      chords: [
        { key: 'f3', shift: true },
        { key: 'n', shift: true },
      ],
      repeats: true,
      run: () => search.step(-1),
      isAvailable: isTyped,
    },
    {
      ...own,
      id: 'searchMatchCase',
      label: 'search.matchCase',
      chords: [{ key: 'c', alt: true }],
      run: () => searches.change({ matchCase: !searches.get().input.matchCase }),
    },
    {
      ...own,
      id: 'searchWholeWord',
      label: 'search.wholeWord',
      chords: [{ key: 'w', alt: true }],
      run: () => searches.change({ wholeWord: !searches.get().input.wholeWord }),
    },
    {
      ...own,
      id: 'searchRegexp',
      label: 'search.regexp',
      chords: [{ key: 'r', alt: true }],
      run: () => {
        const { kind } = searches.get().input
        searches.change({ kind: kind === 'regexp' ? 'text' : 'regexp' })
      },
    },
    {
      ...own,
      id: 'searchResults',
      label: 'search.goToResults',
      chords: [{ key: 'f', mod: true, shift: true }],
      run: search.focusResults,
      isAvailable: isOpen,
    },
    {
      ...own,
      id: 'searchStop',
      label: 'search.stop.name',
      chords: [],
      run: searches.stop,
      isAvailable: isOpen,
    },
    {
      ...own,
      id: 'searchClose',
      label: 'search.close',
      chords: [{ key: 'escape' }],
      inList: true,
      run: () => {
        searches.close()
        commands.focusLines()
      },
      isAvailable: isOpen,
    },
  ]
}

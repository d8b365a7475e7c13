import type { Command } from '../commands/command.ts'
import type { Page } from '../page/page-context.ts'

/** What can be done with the times of a log: the histogram and elapsed time. Going to one is `goTo`. */
export function timeCommands(page: Page): readonly Command[] {
  return [...histogramCommands(page), ...elapsedCommands(page)]
}

function histogramCommands({ histogram }: Page): readonly Command[] {
  const { look, handle } = histogram
  const isShown = (): boolean => handle.get() !== null
  return [
    {
      id: 'histogram.focus',
      label: 'histogram.focus',
      group: 'time.group',
      chords: [{ key: 't' }],
      run: () => handle.get()?.focus(),
      isAvailable: isShown,
    },
    {
      id: 'histogram.toggle',
      label: 'histogram.toggle',
      group: 'time.group',
      chords: [{ key: 't', shift: true }],
      run: () => look.set({ ...look.get(), open: !look.get().open }),
    },
    {
      id: 'histogram.zoomIn',
      label: 'histogram.zoomIn',
      group: 'time.group',
      chords: [],
      run: () => handle.get()?.zoom('in'),
      isAvailable: isShown,
    },
    {
      id: 'histogram.zoomOut',
      label: 'histogram.zoomOut',
      group: 'time.group',
      chords: [],
      run: () => handle.get()?.zoom('out'),
      isAvailable: isShown,
    },
    {
      id: 'histogram.reset',
      label: 'histogram.reset',
      group: 'time.group',
      chords: [],
      run: () => handle.get()?.reset(),
      isAvailable: isShown,
    },
  ]
}

function elapsedCommands({ elapsed, list }: Page): readonly Command[] {
  const { mode } = elapsed
  return [
    {
      id: 'elapsed.previous',
      label: 'elapsed.previous',
      group: 'time.group',
      chords: [{ key: 'e' }],
      run: () => mode.set(mode.get().kind === 'previous' ? { kind: 'off' } : { kind: 'previous' }),
      isAvailable: () => list.get() !== null,
    },
    {
      id: 'elapsed.since',
      label: 'elapsed.since',
      group: 'time.group',
      chords: [{ key: 'e', shift: true }],
      run: () => void elapsed.countFromActiveLine(),
      isAvailable: () => (list.get()?.activeLine ?? null) !== null,
    },
    {
      id: 'elapsed.off',
      label: 'elapsed.off',
      group: 'time.group',
      chords: [],
      run: () => mode.set({ kind: 'off' }),
      isAvailable: () => mode.get().kind !== 'off',
    },
  ]
}

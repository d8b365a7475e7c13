import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import { chooseChord } from '../commands/choose-chord.ts'
import type { Chord } from '../commands/chord.ts'
import type { Command } from '../commands/command.ts'
import { commandName } from '../commands/command-name.ts'
import { isMac } from '../commands/is-mac.ts'
import { type ChordVerdict, judgeChord } from '../commands/judge-chord.ts'
import { keyNames } from '../commands/key-names.ts'
import { recordedChord } from '../commands/recorded-chord.ts'
import { useCommands } from '../commands/use-commands.ts'
import { usePage } from '../page/page-context.ts'

export interface ChordRecorderProps {
  readonly command: Command
  readonly onDone: () => void
}

/** Takes the next chord for a command; says first when it belongs to another one. */
export function ChordRecorder({ command, onDone }: ChordRecorderProps) {
  const { t } = useTranslation()
  const { chosenKeys, bridge } = usePage()
  const commands = useCommands()
  const field = useRef<HTMLInputElement>(null)
  const [tried, setTried] = useState<{ chord: Chord; verdict: ChordVerdict } | null>(null)
  useEffect(() => field.current?.focus(), [])

  const choose = (chord: Chord) => {
    chosenKeys.set(chooseChord(chosenKeys.get(), commands, command, chord))
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Tab goes on to the buttons: the keyboard is caught nowhere.
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') {
      onDone()
      return
    }
    const chord = recordedChord(event)
    if (chord === null) return
    const choices = chosenKeys.get()
    const verdict = judgeChord(chord, command, commands, choices, bridge === undefined)
    if (verdict.kind === 'free') choose(chord)
    else setTried({ chord, verdict })
  }
  const keys =
    tried === null ? '' : keyNames(t, tried.chord, isMac(bridge)).join(isMac(bridge) ? '' : '+')
  return (
    <span className="editor-recorder">
      <input
        ref={field}
        className="editor-field"
        readOnly
        value={keys}
        placeholder={t('editor.press')}
        aria-label={t('editor.pressFor', { name: commandName(t, command) })}
        onKeyDown={onKeyDown}
      />
      <span role="alert" className="editor-verdict">
        {tried !== null && verdictWords(tried.verdict)}
      </span>
      {tried?.verdict.kind === 'taken' && (
        <Button className="tool" data-tone="bordered" onPress={() => choose(tried.chord)}>
          {t('editor.take')}
        </Button>
      )}
      <Button className="tool" data-tone="plain" onPress={onDone}>
        {t('dialog.cancel')}
      </Button>
    </span>
  )

  function verdictWords(verdict: ChordVerdict): string {
    switch (verdict.kind) {
      case 'free':
        return ''
      case 'taken':
        return t('editor.taken', { name: commandName(t, verdict.by) })
      case 'list':
        return t('editor.list')
      case 'browser':
        return t('editor.browser')
      default:
        return assertNever(verdict, 'verdict')
    }
  }
}

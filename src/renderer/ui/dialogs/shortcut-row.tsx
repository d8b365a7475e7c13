import { RotateCcw, X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { KeyChoices } from '../../../shared/key-choices.ts'
import { resetChord } from '../commands/choose-chord.ts'
import { chordId } from '../commands/chord.ts'
import { ChordCaps } from '../commands/chord-caps.tsx'
import { chordsOf, isChosen } from '../commands/chosen-keys.ts'
import type { Command } from '../commands/command.ts'
import { commandName } from '../commands/command-name.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { ChordRecorder } from './chord-recorder.tsx'

export interface ShortcutRowProps {
  readonly command: Command
  readonly isRecording: boolean
  readonly onRecord: (on: boolean) => void
}

/** A command, its keys, and what can be done with them. */
export function ShortcutRow({ command, isRecording, onRecord }: ShortcutRowProps) {
  const { t } = useTranslation()
  const { chosenKeys } = usePage()
  const choices = useStore(chosenKeys)
  const name = commandName(t, command)
  const chords = chordsOf(command, choices)
  const [verbId, recordId] = [useId(), useId()]
  const record = useRef<HTMLButtonElement>(null)
  /** The button that was pressed goes away with what it took away: the keyboard stays in the row. */
  const put = (next: KeyChoices) => {
    chosenKeys.set(next)
    record.current?.focus()
  }
  const wasRecording = useRef(false)
  useEffect(() => {
    if (wasRecording.current && !isRecording) record.current?.focus()
    wasRecording.current = isRecording
  }, [isRecording])
  const words = chords.length === 0 ? t('editor.none') : null
  return (
    <li className="editor-row">
      <span className="editor-name">
        {name}
        {command.inList && <small> ({t('shortcuts.inList')})</small>}
      </span>
      {isRecording ? (
        <ChordRecorder command={command} onDone={() => onRecord(false)} />
      ) : (
        <span className="editor-keys">
          <span id={verbId} hidden>
            {t('editor.change', { name })}
          </span>
          <Button
            ref={record}
            id={recordId}
            className="editor-record"
            // What can be done, then the keys that are read on it.
            aria-labelledby={`${verbId} ${recordId}`}
            onPress={() => onRecord(true)}
          >
            {chords.map((chord) => (
              <ChordCaps key={chordId(chord)} chord={chord} />
            ))}
            {words !== null && <span className="shortcut-or">{words}</span>}
          </Button>
          <span className="editor-tools">
            {isChosen(command, choices) && (
              <Button
                className="icon-button"
                aria-label={t('editor.reset', { name })}
                onPress={() => put(resetChord(choices, command))}
              >
                <RotateCcw aria-hidden size={14} />
              </Button>
            )}
            {chords.length > 0 && (
              <Button
                className="icon-button"
                aria-label={t('editor.remove', { name })}
                onPress={() => put({ ...choices, [command.id]: [] })}
              >
                <X aria-hidden size={14} />
              </Button>
            )}
          </span>
        </span>
      )}
    </li>
  )
}

import { sticky } from './sticky.ts'
import { withoutClosing } from './without-closing.ts'

const SEGMENT = '[^\\s/\\\\"\'`<>|,;:?*=&#()\\[\\]{}]+'
const POSITION = '(?::\\d{1,9}(?::\\d{1,9})?)?'

const readRooted = sticky(new RegExp(`(?:~|\\.{1,2})?(?:/${SEGMENT})+/?${POSITION}`, 'y'))
const readDrive = sticky(new RegExp(`[a-zA-Z]:(?:\\\\${SEGMENT})+${POSITION}`, 'y'))
// Without an ending like `.ts` two words with a slash between them are most often a choice.
const readRelative = sticky(
  new RegExp(
    `[\\w.-]{1,64}(?:/[\\w.@+-]{1,128}){1,12}(?<=\\.[a-zA-Z]\\w{0,7})${POSITION}(?![\\w/])`,
    'y',
  ),
)

/** A path from a root: `/var/log`, `~/x`, `../y`, with line and column where they are told. */
export function readRootedPath(text: string, at: number): number {
  return trimmed(text, at, readRooted(text, at))
}

/** A path that begins with a letter: of a Windows drive, or of a source file. */
export function readNamedPath(text: string, at: number): number {
  const drive = readDrive(text, at)
  return trimmed(text, at, drive === -1 ? readRelative(text, at) : drive)
}

function trimmed(text: string, at: number, end: number): number {
  return end === -1 ? -1 : withoutClosing(text, at, end)
}

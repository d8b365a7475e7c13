import type { LinePart } from '../../shared/line-part.ts'
import type { ApiErrorCode } from '../../shared/protocol.ts'

/**
 * Characters of one line after which no further piece is loaded: about as much text as a browser
 * lays out without a pause. Of a longer line the file has the rest.
 */
export const MAX_SHOWN_CHARACTERS = 4 * 1024 * 1024

/** The first piece is small, so that the beginning is on the screen at once. */
const FIRST_PART_BYTES = 64 * 1024

/** Every further piece: some 2 000 rows of text, which a person takes longer to scroll than they to load. */
const PART_BYTES = 256 * 1024

/** How the loading of a line stands. */
export type LineLoading =
  | { readonly kind: 'loading' }
  /** There is more, and nobody asked for it yet. */
  | { readonly kind: 'more' }
  | { readonly kind: 'whole' }
  /** There is more, and the page shows no more than this. */
  | { readonly kind: 'limit' }
  /** `changed`: the bytes there are those of another line now. */
  | { readonly kind: 'failed'; readonly reason: ApiErrorCode | 'network' | 'changed' }

/** One line as far as it is loaded, in pieces of raw text. */
export interface WholeLine {
  readonly pieces: readonly string[]
  /** The beginning of an escape sequence at the end of the last piece: it goes with the next one. */
  readonly held: string
  /** Where in the bytes of the line the next piece begins. */
  readonly loaded: number
  /** UTF-16 units that `pieces` and `held` hold. */
  readonly characters: number
  /** Length of the whole line in bytes; null before the first answer. */
  readonly bytes: number | null
  readonly loading: LineLoading
}

/** A line of which nothing is loaded. */
export const NOTHING_LOADED: WholeLine = {
  pieces: [],
  held: '',
  loaded: 0,
  characters: 0,
  bytes: null,
  loading: { kind: 'more' },
}

/** What to ask the server for next. Null when nothing more is shown, or a piece is on its way. */
export function nextPart({ loaded, loading }: WholeLine): { from: number; bytes: number } | null {
  if (loading.kind !== 'more' && loading.kind !== 'failed') return null
  if (loading.kind === 'failed' && loading.reason === 'changed') return null
  return { from: loaded, bytes: loaded === 0 ? FIRST_PART_BYTES : PART_BYTES }
}

/** An escape sequence whose end is not here yet; 32 characters are more than any change of colours has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with ESC.
const OPEN_SEQUENCE = /\x1b(?:\[[0-?]{0,32})?$/

/** The line with the piece that came. */
export function withPart(line: WholeLine, part: LinePart): WholeLine {
  const isOther = line.bytes !== null && part.bytes !== line.bytes
  if (isOther || part.from !== line.loaded) return failed(line, 'changed')
  const characters = line.characters + part.text.length
  const loading = loadingAfter(part, characters)
  // A piece without a byte is no answer to go on from: it would be asked for again and again.
  if (loading.kind === 'more' && part.to <= part.from) return failed(line, 'internal')
  const text = line.held + part.text
  const open = loading.kind === 'more' ? OPEN_SEQUENCE.exec(text) : null
  const piece = open === null ? text : text.slice(0, open.index)
  return {
    pieces: piece === '' ? line.pieces : [...line.pieces, piece],
    held: open === null ? '' : open[0],
    loaded: part.to,
    characters,
    bytes: part.bytes,
    loading,
  }
}

/** The line when a piece could not be had; what is there stays. */
export function failed(line: WholeLine, reason: ApiErrorCode | 'network' | 'changed'): WholeLine {
  return { ...line, loading: { kind: 'failed', reason } }
}

function loadingAfter({ to, bytes }: LinePart, characters: number): LineLoading {
  if (to >= bytes) return { kind: 'whole' }
  return { kind: characters >= MAX_SHOWN_CHARACTERS ? 'limit' : 'more' }
}

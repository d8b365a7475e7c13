import type { Row } from '../data/row-source.ts'
import { plainText } from './style-line.ts'
import { writeClipboard } from './write-clipboard.ts'

/** Puts rows on the clipboard as a list shows them; leaves it alone where none could be read. */
export async function copyRows(rows: readonly Row[] | null): Promise<void> {
  if (rows === null || rows.length === 0) return
  await writeClipboard(rows.map(({ text }) => plainText(text)).join('\n'))
}

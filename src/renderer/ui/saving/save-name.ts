import { downloadName } from '../../../shared/download-name.ts'
import type { ExportFormat } from '../../../shared/export.ts'
import { EXPORT_FILES, stemOf } from '../../../shared/export-files.ts'

/** The name of a file to save: the log's, a word for what it is of it, and the format's extension. */
export function saveName(log: string, word: string, format: ExportFormat): string {
  const part = word === '' ? '' : `-${word}`
  return downloadName(`${stemOf(log)}${part}.${EXPORT_FILES[format].extension}`)
}

import { downloadName } from '../../shared/download-name.ts'
import type { ExportRequest } from '../../shared/export.ts'
import { EXPORT_FILES, stemOf } from '../../shared/export-files.ts'

/** The file name of a download: the log's, with what was chosen of it and the format's extension. */
export function exportName(log: string, { format, view, from, to }: ExportRequest): string {
  const chosen = view === null ? '' : '-view'
  const range = from === null && to === null ? '' : `-${(from ?? 0) + 1}-${to ?? ''}`
  return downloadName(`${stemOf(log)}${chosen}${range}.${EXPORT_FILES[format].extension}`)
}

import type { ExportFormat } from './export.ts'

/** What a saved file of each format is called and declared as. */
export const EXPORT_FILES: Readonly<
  Record<ExportFormat, { readonly extension: string; readonly mediaType: string }>
> = {
  text: { extension: 'log', mediaType: 'text/plain' },
  jsonl: { extension: 'jsonl', mediaType: 'application/jsonl' },
  csv: { extension: 'csv', mediaType: 'text/csv' },
}

/** The name of a log without its extension; the whole of it where nothing else would be left. */
export function stemOf(name: string): string {
  return /^(.+)\.[^./]{1,8}$/u.exec(name)?.[1] ?? name
}

import { decodeFilterSets, type FilterSetFile } from '../../../shared/filter-set.ts'
import type { FilterSets } from './filter-sets.ts'

/** Bytes of a file of sets at most: a hundred sets of the longest patterns are no more. */
const MAX_FILE_BYTES = 32 * 1024 * 1024

/** What became of a file of sets. Either all of its sets were taken or none. */
export type ImportOutcome =
  | { readonly kind: 'imported'; readonly sets: number }
  | { readonly kind: Exclude<FilterSetFile['kind'], 'sets'> | 'full' | 'unreadable' }

/** Reads a file of sets and takes all of them. */
export async function importSets(
  file: Pick<File, 'size' | 'text'>,
  sets: Pick<FilterSets, 'take'>,
): Promise<ImportOutcome> {
  if (file.size > MAX_FILE_BYTES) return { kind: 'foreign' }
  const text = await file.text().catch(() => null)
  if (text === null) return { kind: 'unreadable' }
  const read = decodeFilterSets(text)
  if (read.kind !== 'sets') return read
  return sets.take(read.sets) ? { kind: 'imported', sets: read.sets.length } : { kind: 'full' }
}

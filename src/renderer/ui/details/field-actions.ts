import { plainText } from '../../list/style-line.ts'
import { writeClipboard } from '../../list/write-clipboard.ts'
import { type FieldPath, pathText } from '../../structure/field-path.ts'
import { fieldTerm } from '../../structure/field-term.ts'
import type { FieldNode } from '../../structure/field-tree.ts'
import type { Page } from '../page/page-context.ts'

/** What can be done with one field of a line; null where it cannot. */
export interface FieldActions {
  copyValue(): void
  copyPath(): void
  readonly showOnly: (() => void) | null
  readonly hide: (() => void) | null
  /** Adds its column, or takes it away. */
  readonly toggleColumn: (() => void) | null
}

/** The actions of a field of the line `raw`. */
export function fieldActions(page: Page, node: FieldNode, raw: string): FieldActions {
  const { filters, fieldColumns } = page
  const { field, path, source } = node
  const text = plainText(raw)
  const term = field === null ? null : fieldTerm(field, text, raw)
  const value = field?.value ?? (source === null ? '' : text.slice(source.from, source.to))
  return {
    copyValue: () => void writeClipboard(value),
    copyPath: () => void writeClipboard(pathText(path)),
    showOnly: term && (() => void filters.add({ mode: 'include', term })),
    hide: term && (() => void filters.add({ mode: 'exclude', term })),
    toggleColumn:
      field &&
      (() => {
        if (hasColumn(page, path)) fieldColumns.remove(path)
        else fieldColumns.add(path, [raw, ...(page.list.get()?.visibleTexts() ?? [])])
      }),
  }
}

/** Whether the field has a column. */
export function hasColumn({ fieldColumns }: Page, path: FieldPath): boolean {
  const name = pathText(path)
  return fieldColumns.get().some((one) => pathText(one.path) === name)
}

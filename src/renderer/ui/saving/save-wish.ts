import type { ExportFormat } from '../../../shared/export.ts'

/** What can be saved of a log. */
export const SAVE_WHATS = ['log', 'view', 'selection', 'bookmarks'] as const
export type SaveWhat = (typeof SAVE_WHATS)[number]

/** What the user wants to save, and how. */
export interface SaveWish {
  readonly what: SaveWhat
  readonly format: ExportFormat
  /** Whether the numbers of the lines are saved too. */
  readonly numbers: boolean
}

import { commands } from './en/commands.ts'
import { counting } from './en/counting.ts'
import { entries } from './en/entries.ts'
import { failures } from './en/failures.ts'
import { filters } from './en/filters.ts'
import { highlight } from './en/highlight.ts'
import { logs } from './en/logs.ts'
import { marks } from './en/marks.ts'
import { notices } from './en/notices.ts'
import { search } from './en/search.ts'
import { shortcuts } from './en/shortcuts.ts'
import { sources } from './en/sources.ts'
import { stage } from './en/stage.ts'
import { status } from './en/status.ts'
import { structure } from './en/structure.ts'
import { time } from './en/time.ts'
import { toolbar } from './en/toolbar.ts'
import { wholeLine } from './en/whole-line.ts'

/**
 * English texts. The keys here are the type of every catalogue; a key that ends in `_one`, `_many`
 * or `_other` is one plural form (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html).
 */
export const en = {
  'app.name': 'Rastro',
  'app.title': '{{name}} - Rastro',

  'dialog.cancel': 'Cancel',
  'dialog.close': 'Close',
  ...counting,
  ...toolbar,
  ...sources,
  ...stage,
  ...status,
  ...failures,
  ...notices,
  ...wholeLine,
  ...shortcuts,
  ...search,
  ...filters,
  ...highlight,
  ...structure,
  ...time,
  ...marks,
  ...logs,
  ...commands,
  ...entries,
} as const

/** Every key of a catalogue. */
export type TextKey = keyof typeof en

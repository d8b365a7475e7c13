import type { TextKey } from './en.ts'
import { commands } from './pt-BR/commands.ts'
import { counting } from './pt-BR/counting.ts'
import { entries } from './pt-BR/entries.ts'
import { failures } from './pt-BR/failures.ts'
import { filters } from './pt-BR/filters.ts'
import { highlight } from './pt-BR/highlight.ts'
import { logs } from './pt-BR/logs.ts'
import { marks } from './pt-BR/marks.ts'
import { notices } from './pt-BR/notices.ts'
import { search } from './pt-BR/search.ts'
import { shortcuts } from './pt-BR/shortcuts.ts'
import { sources } from './pt-BR/sources.ts'
import { stage } from './pt-BR/stage.ts'
import { status } from './pt-BR/status.ts'
import { structure } from './pt-BR/structure.ts'
import { time } from './pt-BR/time.ts'
import { toolbar } from './pt-BR/toolbar.ts'
import { wholeLine } from './pt-BR/whole-line.ts'
import type { ManyForm } from './translated.ts'

/** Brazilian Portuguese texts; none is counted as many are, see zero-forms.ts. */
export const ptBR: Readonly<Record<TextKey | ManyForm<TextKey>, string>> = {
  'app.name': 'Rastro',
  'app.title': '{{name}} - Rastro',

  'dialog.cancel': 'Cancelar',
  'dialog.close': 'Fechar',
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
}

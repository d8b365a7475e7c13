import { detailsCommands } from '../details/details-commands.ts'
import { entriesCommands } from '../entries/entries-commands.ts'
import { filterCommands } from '../filters/filter-commands.ts'
import { highlightCommands } from '../highlight/highlight-commands.ts'
import { timeCommands } from '../histogram/time-commands.ts'
import { markCommands } from '../marks/mark-commands.ts'
import type { Page } from '../page/page-context.ts'
import { preferencesCommands } from '../preferences/preferences-commands.ts'
import { searchCommands } from '../search/search-commands.ts'
import { sourcesCommands } from '../sources/sources-commands.ts'
import { splitCommands } from '../split/split-commands.ts'
import { logCommands } from '../tabs/log-commands.ts'
import type { Command } from './command.ts'
import { coreCommands } from './core-commands.ts'
import { pageCommands } from './page-commands.ts'

/** Every command of the page, in the order in which the palette and the help sheet show them. */
export function allCommands(page: Page): readonly Command[] {
  return [
    ...coreCommands(page),
    ...sourcesCommands(page),
    ...logCommands(page),
    ...splitCommands(page),
    ...searchCommands(page),
    ...filterCommands(page),
    ...entriesCommands(page),
    ...detailsCommands(page),
    ...highlightCommands(page),
    ...markCommands(page),
    ...timeCommands(page),
    ...preferencesCommands(page),
    ...pageCommands(page),
  ]
}

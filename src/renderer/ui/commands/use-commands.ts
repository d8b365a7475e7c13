import { useMemo } from 'react'
import { usePage } from '../page/page-context.ts'
import { allCommands } from './all-commands.ts'
import type { Command } from './command.ts'

/** Every command of the page. */
export function useCommands(): readonly Command[] {
  const page = usePage()
  return useMemo(() => allCommands(page), [page])
}

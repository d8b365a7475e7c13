import { CirclePlus, EyeOff, Highlighter, type LucideIcon } from 'lucide-react'
import type { ChipMode } from '../../../shared/filter-set.ts'

/** The sign of each thing that a filter can do, beside its word and its colour. */
export const MODE_ICONS: Readonly<Record<ChipMode, LucideIcon>> = {
  include: CirclePlus,
  exclude: EyeOff,
  highlight: Highlighter,
}

import { LEVELS, levelOf } from '../../../shared/level.ts'

/** The level that the text of a line names, as an index into LEVELS. */
export function levelIndex(text: string): number {
  return LEVELS.indexOf(levelOf(text))
}

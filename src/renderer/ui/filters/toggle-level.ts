import { LEVELS, type Level } from '../../../shared/level.ts'

/**
 * The levels that are shown once `level` is pressed: it is switched on or off, or with `only` it
 * alone is on, and all of them again when it already was. Null for all.
 */
export function toggleLevel(
  levels: readonly Level[] | null,
  level: Level,
  only: boolean,
): readonly Level[] | null {
  const shown = levels ?? LEVELS
  const isOn = shown.includes(level)
  if (only) return isOn && shown.length === 1 ? null : [level]
  const next = LEVELS.filter((one) => (one === level ? !isOn : shown.includes(one)))
  return next.length === LEVELS.length ? null : next
}

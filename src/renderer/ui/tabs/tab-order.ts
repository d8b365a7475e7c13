import type { LogId } from '../../../shared/protocol.ts'

/** The open logs in the order of the user; a log that he did not place yet comes behind the others. */
export function orderTabs(order: readonly LogId[], open: readonly LogId[]): readonly LogId[] {
  const isOpen = new Set(open)
  const placed = order.filter((log) => isOpen.has(log))
  const isPlaced = new Set(placed)
  return [...placed, ...open.filter((log) => !isPlaced.has(log))]
}

/** The tabs with `log` at the place `to`; the same array when it is there already. */
export function moveTab(tabs: readonly LogId[], log: LogId, to: number): readonly LogId[] {
  const from = tabs.indexOf(log)
  const place = Math.max(0, Math.min(to, tabs.length - 1))
  return from === -1 || from === place ? tabs : tabs.toSpliced(from, 1).toSpliced(place, 0, log)
}

/** The tab `by` places after that of `log`, around the end; null where there is no other. */
export function tabBeside(tabs: readonly LogId[], log: LogId | null, by: number): LogId | null {
  if (log === null || tabs.length < 2) return null
  const at = tabs.indexOf(log)
  return at === -1 ? null : (tabs.at((at + by) % tabs.length) ?? null)
}

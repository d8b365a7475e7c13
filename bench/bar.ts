/** What a figure is to reach: at most or at least so much. */
export interface Bar {
  readonly sense: 'at most' | 'at least'
  readonly value: number
}

/** Whether a figure reaches its bar. One that is not a number does not. */
export function reaches(figure: number, { sense, value }: Bar): boolean {
  return sense === 'at most' ? figure <= value : figure >= value
}

/** A cell of a table that says the bar, and whether a figure reaches it: `≤ 1.2: met`. */
export function barCell(figure: number, bar: Bar): string {
  const sign = bar.sense === 'at most' ? '≤' : '≥'
  return `${sign} ${bar.value}: ${reaches(figure, bar) ? 'met' : '**missed**'}`
}

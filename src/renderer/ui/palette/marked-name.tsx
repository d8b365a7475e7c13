import { Fragment } from 'react'

export interface MarkedNameProps {
  readonly name: string
  /** UTF-16 positions to mark. */
  readonly matched: readonly number[]
}

/** A name in which the letters that were typed stand out. */
export function MarkedName({ name, matched }: MarkedNameProps) {
  return (
    <bdi className="palette-name">
      {runsOf(name, new Set(matched)).map((run) => (
        <Fragment key={run.from}>
          {run.isMatched ? <mark className="palette-mark">{run.text}</mark> : run.text}
        </Fragment>
      ))}
    </bdi>
  )
}

interface Run {
  readonly from: number
  readonly text: string
  readonly isMatched: boolean
}

function runsOf(name: string, matched: ReadonlySet<number>): readonly Run[] {
  const runs: Run[] = []
  for (let from = 0, to = 0; from < name.length; from = to) {
    const isMatched = matched.has(from)
    do to += 1
    while (to < name.length && matched.has(to) === isMatched)
    runs.push({ from, text: name.slice(from, to), isMatched })
  }
  return runs
}

import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { AxisMarks } from './axis-marks.ts'
import { type BarColours, readBarColours, watchColours } from './bar-colours.ts'
import type { Counts } from './merge-counts.ts'
import type { Buckets } from './plan-buckets.ts'
import { groupCounts, LEVEL_GROUPS, stackTops } from './stack-bars.ts'

/** Room for the labels below the bars, in CSS pixels. */
export const AXIS_PX = 18

/** A label nearer to an edge than this, in CSS pixels, would be cut off by it. */
const LABEL_HALF_PX = 30

/** From this width on bars stand apart, in CSS pixels: thinner ones would be half gap. */
const GAP_FROM_PX = 3

/** What is drawn. */
export interface Drawing {
  readonly buckets: Buckets
  readonly counts: readonly Counts[]
  readonly marks: AxisMarks
  /** What stands at a mark. */
  label(place: number): string
}

/** The bars and the axis of a histogram, in a canvas as wide and high as its host. */
export class HistogramPlot {
  readonly #host: HTMLElement
  readonly #plot: uPlot
  readonly #resized: ResizeObserver
  readonly #stopWatching: () => void
  #colours: BarColours
  #drawing: Drawing | null = null
  /** The tops of the parts of each bar, in physical pixels. */
  #tops: readonly (readonly number[])[] = []

  constructor(host: HTMLElement) {
    this.#host = host
    this.#colours = readBarColours(host)
    this.#plot = new uPlot(this.#options(), [[0], ...LEVEL_GROUPS.map(() => [0])], host)
    this.#resized = new ResizeObserver(() => {
      this.#plot.setSize({ width: host.clientWidth, height: host.clientHeight })
    })
    this.#resized.observe(host)
    this.#stopWatching = watchColours(() => {
      this.#colours = readBarColours(host)
      this.#plot.redraw(false)
    })
  }

  draw(drawing: Drawing | null): void {
    this.#drawing = drawing
    const starts = drawing?.counts.map((_, at) => drawing.buckets.from + at * drawing.buckets.width)
    const x = starts === undefined || starts.length === 0 ? [0] : starts
    this.#plot.setData([x, ...LEVEL_GROUPS.map(() => x.map(() => 0))])
    // uPlot keeps the marks of an axis for as long as its range is the same: after another width or in
    // another language they would stay as they were.
    this.#plot.redraw(false, true)
  }

  close(): void {
    this.#resized.disconnect()
    this.#stopWatching()
    this.#plot.destroy()
  }

  #options(): uPlot.Options {
    return {
      width: this.#host.clientWidth,
      height: this.#host.clientHeight,
      padding: [0, 0, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: () => this.#range() },
        y: { range: [0, 1] },
      },
      axes: [this.#axis(), { show: false }],
      series: [
        {},
        ...LEVEL_GROUPS.map((group, at) => ({
          width: 0,
          points: { show: false },
          fill: () => this.#colours.bars[group],
          paths: (plot: uPlot) => this.#path(plot, at),
        })),
      ],
    }
  }

  #range(): [number, number] {
    const buckets = this.#drawing?.buckets
    return buckets === undefined ? [0, 1] : [buckets.from, buckets.to]
  }

  #axis(): uPlot.Axis {
    return {
      scale: 'x',
      size: AXIS_PX,
      gap: 3,
      font: this.#colours.font,
      stroke: () => this.#colours.text,
      grid: { show: false },
      ticks: { size: 3, width: 1, stroke: () => this.#colours.line },
      border: { show: true, width: 1, stroke: () => this.#colours.line },
      splits: () => [...(this.#drawing?.marks.at ?? [])],
      values: (plot, splits) =>
        splits.map((place) => {
          const x = plot.valToPos(place, 'x')
          const isCut = x < LABEL_HALF_PX || x > plot.width - LABEL_HALF_PX
          return isCut || this.#drawing === null ? '' : this.#drawing.label(place)
        }),
    }
  }

  /** The parts of one group of levels: rectangles on whole physical pixels. */
  #path(plot: uPlot, group: number): uPlot.Series.Paths {
    const { left, top, width, height } = plot.bbox
    const fill = new Path2D()
    const counts = this.#drawing?.counts ?? []
    if (group === 0) this.#stack(counts, height)
    const edge = (at: number) => Math.round(left + (width * at) / counts.length)
    const wide = width / counts.length >= GAP_FROM_PX * uPlot.pxRatio
    const gap = wide ? Math.round(uPlot.pxRatio) : 0
    const bottom = top + height
    for (const [at, tops] of this.#tops.entries()) {
      const high = Math.round(tops[group] ?? 0)
      const low = Math.round(group === 0 ? 0 : (tops[group - 1] ?? 0))
      if (high > low) fill.rect(edge(at), bottom - high, edge(at + 1) - edge(at) - gap, high - low)
    }
    return { fill, stroke: null, clip: null, band: null, gaps: [], flags: 0 }
  }

  #stack(counts: readonly Counts[], height: number): void {
    const most = counts.reduce((max, { lines }) => Math.max(max, lines), 0)
    this.#tops = counts.map((count) =>
      stackTops(groupCounts(count), most, height / uPlot.pxRatio).map((top) => top * uPlot.pxRatio),
    )
  }
}

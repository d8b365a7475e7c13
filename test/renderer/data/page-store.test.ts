import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PageStore } from '../../../src/renderer/data/page-store.ts'

/** What is told behind a frame is told in the next task where there are none. */
const behindTheFrame = () => void vi.advanceTimersByTime(1)

describe('the store of the page', () => {
  // Its intervals are what is tested, not what anything takes.
  beforeEach(() => void vi.useFakeTimers({ now: 1000 }))
  afterEach(() => void vi.useRealTimers())

  function store() {
    const store = new PageStore(() => undefined)
    const told: number[] = []
    const watched: number[] = []
    store.subscribe(() => void told.push(store.state.rate))
    store.watch(() => void watched.push(store.state.rate))
    let rate = 0
    return {
      told,
      watched,
      change(what: 'growth' | 'news') {
        const before = store.state
        rate += 1
        store.update({ kind: 'rate', rate })
        return store.tellSoon(before, what)
      },
      answer() {
        rate += 1
        store.dispatchAnswer({ kind: 'rate', rate })
      },
      dispatch() {
        rate += 1
        store.dispatch({ kind: 'rate', rate })
      },
    }
  }

  it('tells watchers of every change at once, and subscribers of the first behind it', () => {
    const { change, told, watched } = store()
    change('growth')
    expect(told).toEqual([])
    behindTheFrame()
    expect(told).toEqual([1])
    for (let times = 1; times < 5; times += 1) change('growth')
    behindTheFrame()
    expect(watched).toEqual([1, 2, 3, 4, 5])
    expect(told).toEqual([1])
  })

  it('tells watchers of an answer at once, and subscribers behind it', () => {
    const { answer, told, watched } = store()
    answer()
    answer()
    expect(watched).toEqual([1, 2])
    expect(told).toEqual([])
    behindTheFrame()
    expect(told).toEqual([2])
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([2])
  })

  it('tells of growth ten times a second, and of news thirty times', () => {
    const { change, told } = store()
    change('growth')
    behindTheFrame()
    change('growth')
    vi.advanceTimersByTime(98)
    expect(told).toEqual([1])
    vi.advanceTimersByTime(1)
    behindTheFrame()
    expect(told).toEqual([1, 2])
    change('growth')
    // News do not wait for the time of growth.
    change('news')
    vi.advanceTimersByTime(33)
    behindTheFrame()
    expect(told).toEqual([1, 2, 4])
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([1, 2, 4])
  })

  it('tells at once of what the user did, with what was waiting', () => {
    const { change, dispatch, told } = store()
    change('growth')
    behindTheFrame()
    change('growth')
    dispatch()
    expect(told).toEqual([1, 3])
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([1, 3])
  })

  it('tells nobody of what changed nothing', () => {
    const { told } = store()
    const same = new PageStore(() => undefined)
    expect(same.tellSoon(same.state, 'news')).toBe(false)
    expect(told).toEqual([])
  })
})

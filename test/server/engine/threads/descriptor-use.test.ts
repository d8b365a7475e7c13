import { describe, expect, it } from 'vitest'
import { DescriptorUse } from '../../../../src/server/engine/threads/descriptor-use.ts'

describe('DescriptorUse', () => {
  it('tells everybody who waits when the last use of a descriptor ends', async () => {
    const use = new DescriptorUse()
    const free: string[] = []
    await use.unused(5)
    use.enter(5)
    use.enter(5)
    use.enter(6)
    const waits = ['first', 'second'].map((name) => use.unused(5).then(() => free.push(name)))
    use.leave(5)
    await use.unused(4)
    expect(free).toEqual([])
    use.leave(5)
    await Promise.all(waits)
    expect(free).toEqual(['first', 'second'])
    use.leave(6)
    await use.unused(6)
  })
})

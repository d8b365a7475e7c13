import { expect, it } from 'vitest'
import { themeSource } from '../../src/main/theme-source.ts'

it('leaves light and dark of high contrast to the system', () => {
  expect(themeSource('contrast')).toBe('system')
  expect(themeSource('dark')).toBe('dark')
})

import type { time as english } from '../en/time.ts'
import type { Translated } from '../translated.ts'

/** The histogram, times and elapsed time. */
export const time: Translated<typeof english> = {}

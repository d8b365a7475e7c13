import type { logs as english } from '../en/logs.ts'
import type { Translated } from '../translated.ts'

/** Tabs, several logs, folders and the split view. */
export const logs: Translated<typeof english> = {}

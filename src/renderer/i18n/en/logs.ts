/** Tabs, several logs, folders and the split view. */
export const logs = {} as const

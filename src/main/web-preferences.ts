import type { WebPreferences } from 'electron'

/**
 * What the page may do, every switch said aloud although most are Electron's defaults today: a
 * default that changes must not change the window (Electron's security checklist, items 2 to 12).
 */
export function webPreferences(preload: string, partition: string, packaged: boolean) {
  return {
    preload,
    partition,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    plugins: false,
    spellcheck: false,
    // A log that is watched in the background must not fall behind.
    backgroundThrottling: false,
    devTools: !packaged,
  } as const satisfies WebPreferences
}

import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, Notices, Requests } from '../shared/bridge.ts'

// Runs in the sandbox: it can require nothing but electron, and nothing is imported but types.

/** Main checks each answer with the channel's schema, so that it has the type it is given here. */
function ask<K extends keyof Requests>(
  channel: K,
  ...args: Requests[K]['args']
): Promise<Requests[K]['answer']> {
  return ipcRenderer.invoke(channel, ...args)
}

/** Hands the notice on without the event, which carries the sender and ipcRenderer's ports. */
function onNotice<K extends keyof Notices>(channel: K, listener: (notice: Notices[K]) => void) {
  const heard = (_event: unknown, notice: Notices[K]) => listener(notice)
  ipcRenderer.on(channel, heard)
  return () => {
    ipcRenderer.removeListener(channel, heard)
  }
}

const bridge: Bridge = {
  platform: process.platform,
  openFileDialog: () => ask('open-file-dialog'),
  openFolderDialog: () => ask('open-folder-dialog'),
  toShow: () => ask('to-show'),
  openDropped(files) {
    // A File that a script made has no path: only what the user dropped or picked has one.
    const paths = files
      .filter((file) => file instanceof File)
      .map((file) => webUtils.getPathForFile(file))
      .filter((path) => path !== '')
    return ask('open-paths', paths)
  },
  recents: () => ask('recents'),
  addRecent: (recent) => ask('add-recent', recent),
  openRecent: (recent) => ask('open-recent', recent),
  removeRecent: (recent) => ask('remove-recent', recent),
  settings: () => ask('settings'),
  changeSettings: (change) => ask('change-settings', change),
  showKeys: (choices) => ask('show-keys', choices),
  kept: () => ask('kept'),
  keep: (key, value) => ask('keep', key, value),
  onOpened: (listener) => onNotice('opened', listener),
  onCommand: (listener) => onNotice('command', listener),
}

contextBridge.exposeInMainWorld('rastro', bridge)

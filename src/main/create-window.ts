import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Stored } from './stored.ts'
import type { WindowPlace } from './stored-window.ts'
import { type Bounds, visibleBounds } from './visible-bounds.ts'
import { webPreferences } from './web-preferences.ts'

/** Under it the toolbar and ten lines do not fit any more. */
const MIN_WIDTH_PX = 480
const MIN_HEIGHT_PX = 320
const FIRST_WIDTH_PX = 1200
const FIRST_HEIGHT_PX = 800

/** The page's `--surface` in its two themes: what shows before the first paint. */
const LIGHT_SURFACE = '#ffffff'
const DARK_SURFACE = '#10161a'

/** What the window is made with. */
export interface WindowOptions {
  readonly preload: string
  readonly partition: string
  readonly packaged: boolean
  readonly place: Stored<WindowPlace>
}

/** Opens the window where it was last time, hidden until its first paint. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const { bounds, maximized } = options.place.read()
  const window = new BrowserWindow({
    ...startBounds(bounds),
    minWidth: MIN_WIDTH_PX,
    minHeight: MIN_HEIGHT_PX,
    show: false,
    title: 'Rastro',
    backgroundColor: surface(),
    webPreferences: webPreferences(options.preload, options.partition, options.packaged),
  })
  if (maximized) window.maximize()
  const repaint = () => window.setBackgroundColor(surface())
  nativeTheme.on('updated', repaint)
  window.once('ready-to-show', () => window.show())
  window.on('close', () => rememberPlace(window, options.place))
  window.once('closed', () => nativeTheme.off('updated', repaint))
  return window
}

/** Keeps where the window is: at its closing, and before a quit that ends the process at once. */
export function rememberPlace(window: BrowserWindow, place: Stored<WindowPlace>): void {
  if (window.isDestroyed()) return
  const { x, y, width, height } = window.getNormalBounds()
  place.write({ bounds: { x, y, width, height }, maximized: window.isMaximized() })
}

function startBounds(saved: Bounds | null): Partial<Bounds> {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const visible = visibleBounds(saved, areas)
  if (visible !== null) return visible
  const { width, height } = screen.getPrimaryDisplay().workArea
  return { width: Math.min(FIRST_WIDTH_PX, width), height: Math.min(FIRST_HEIGHT_PX, height) }
}

function surface(): string {
  return nativeTheme.shouldUseDarkColors ? DARK_SURFACE : LIGHT_SURFACE
}

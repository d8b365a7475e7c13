import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import type { LogFormat } from '../src/server/generator/format-event.ts'
import { createLineContent } from '../src/server/generator/line-content.ts'
import { startServer } from '../src/server/start-server.ts'
import { build } from './build.ts'
import { chromiumArgs } from './chromium-args.ts'
import { ensureChromium } from './find-chromium.ts'
import { isBuilt } from './is-built.ts'

const ROOT = join(import.meta.dirname, '..')
const DOCS = join(ROOT, 'docs')

/**
 * The logs on the pictures: always the same seeds and the same clock, so the same lines. The first
 * one's seed is chosen for its last screen: all levels, a stack trace, only letters that every font has.
 */
const LOGS: readonly { name: string; format: LogFormat; seed: number; lines: number }[] = [
  { name: 'loja.log', format: 'plain', seed: 26, lines: 8214 },
  { name: 'pedidos.json.log', format: 'json', seed: 11, lines: 3_127 },
  { name: 'access.log', format: 'access', seed: 5, lines: 9_406 },
]
const FIRST_LINE_AT = Date.UTC(2026, 2, 2, 9, 0, 0)
const LINE_INTERVAL_MS = 300

/** For counts and histogram, which come after the lines, in ms. */
const SETTLE_MS = 1500

interface Picture {
  readonly file: string
  readonly read: string
  readonly context: BrowserContextOptions
  /** What is done before the picture is taken, once the lines are there. */
  readonly prepare: (page: Page) => Promise<void>
}

const WIDE = { width: 1280, height: 760 }
const NARROW = { width: 420, height: 760 }

const PICTURES: readonly Picture[] = [
  picture('screenshot-light.png', 'en', 'light', WIDE),
  picture('screenshot-dark.png', 'en', 'dark', WIDE),
  picture('screenshot-pt-BR.png', 'pt-BR', 'light', WIDE),
  picture('screenshot-narrow.png', 'pt-BR', 'dark', NARROW),
  picture('screenshot-search.png', 'en', 'dark', WIDE, searched),
  picture('screenshot-details.png', 'en', 'light', WIDE, detailed),
  picture('screenshot-palette.png', 'en', 'light', WIDE, palette),
]

/** A search with its results below the lines. */
async function searched(page: Page): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.keyboard.type('pagamento lento')
  const results = page.getByRole('region', { name: 'Search results' })
  await results.getByRole('row').first().waitFor()
}

/** A line of JSON beside the log, as fields. */
async function detailed(page: Page): Promise<void> {
  const sources = page.getByRole('complementary', { name: 'Sources' })
  await sources.getByRole('row', { name: 'pedidos.json.log' }).click()
  const lines = page.getByRole('grid', { name: 'Lines of pedidos.json.log' })
  await lines.getByRole('row').nth(8).click()
  await page.keyboard.press('i')
  await page.getByRole('complementary', { name: /details/i }).waitFor()
}

async function palette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Commands' }).waitFor()
}

function picture(
  file: string,
  locale: 'en' | 'pt-BR',
  colorScheme: 'light' | 'dark',
  viewport: { width: number; height: number },
  prepare: Picture['prepare'] = async () => undefined,
): Picture {
  const read = locale === 'en' ? 'Read Logs' : 'Ler Logs'
  const context = { locale, colorScheme, viewport, deviceScaleFactor: 2, timezoneId: 'UTC' }
  return { file, read, context, prepare }
}

/** Takes the pictures of README from the real page on a real server. */
async function screenshots(folder: string): Promise<void> {
  const files = await Promise.all(LOGS.map((log) => writeLog(folder, log)))
  const server = await startServer({
    token: null,
    files,
    generatorFile: join(folder, 'teste.log'),
    dataFolder: folder,
    pageFolder: join(ROOT, 'dist/renderer'),
  })
  const { path } = await ensureChromium()
  const browser = await chromium.launch({ executablePath: path, args: chromiumArgs() })
  try {
    await mkdir(DOCS, { recursive: true })
    for (const one of PICTURES) await take(browser, server.url, one)
  } finally {
    await browser.close()
    await server.close()
  }
}

async function writeLog(folder: string, log: (typeof LOGS)[number]): Promise<string> {
  const content = createLineContent(log.format, log.seed)
  const lines = Array.from({ length: log.lines }, (_, index) =>
    content(FIRST_LINE_AT + index * LINE_INTERVAL_MS),
  )
  const path = join(folder, log.name)
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}

async function take(
  browser: Browser,
  url: string,
  { file, read, context, prepare }: Picture,
): Promise<void> {
  const page = await browser.newPage(context)
  await page.goto(url)
  await page.getByRole('toolbar').getByRole('button', { name: read }).click()
  // Away from the button: a picture shows it as it is, not as the mouse makes it.
  await page.getByRole('main').hover()
  // The list follows: its last row is the last line of the log.
  await page
    .getByText(lastLineNumber(context.locale ?? 'en'))
    .first()
    .waitFor()
  await prepare(page)
  await settled(page)
  await page.screenshot({ path: join(DOCS, file), animations: 'disabled' })
  await page.context().close()
  process.stdout.write(`docs/${file}\n`)
}

/** Waits until the page asks for nothing more and its face is there. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  // The event stream stays open, so the network is never idle: the counts come within this time.
  await page.waitForTimeout(SETTLE_MS)
}

/** As the gutter shows the number of the first log's last line. */
function lastLineNumber(locale: string): string {
  return new Intl.NumberFormat(locale).format(LOGS[0]?.lines ?? 0)
}

if (!isBuilt(ROOT)) await build()
const folder = await mkdtemp(join(tmpdir(), 'rastro-screenshots-'))
try {
  await screenshots(folder)
} finally {
  await rm(folder, { recursive: true, force: true })
}

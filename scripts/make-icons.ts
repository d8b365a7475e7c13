import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { chromium, type Page } from '@playwright/test'
import { chromiumArgs } from './chromium-args.ts'
import { ensureChromium } from './find-chromium.ts'
import { type IconImage, icnsOf, icoOf } from './icon-containers.ts'

const FOLDER = join(import.meta.dirname, '..', 'build')

const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]
const ICNS_SIZES = [16, 32, 64, 128, 256, 512, 1024]

/** Apple's grid leaves a margin around the shape: 824 of 1024. */
const MAC_SCALE = 824 / 1024

/** Draws build/icon.svg in every size that the packages want; the results are committed. */
async function makeIcons(): Promise<void> {
  const svg = await readFile(join(FOLDER, 'icon.svg'), 'utf8')
  const { path } = await ensureChromium()
  const browser = await chromium.launch({ executablePath: path, args: chromiumArgs() })
  try {
    const page = await browser.newPage()
    const icons = join(FOLDER, 'icons')
    await rm(icons, { recursive: true, force: true })
    await mkdir(icons, { recursive: true })
    for (const { size, png } of await draw(page, svg, LINUX_SIZES, 1)) {
      await writeFile(join(icons, `${size}x${size}.png`), png)
    }
    const [large] = await draw(page, svg, [1024], 1)
    if (large !== undefined) await writeFile(join(FOLDER, 'icon.png'), large.png)
    await writeFile(join(FOLDER, 'icon.ico'), icoOf(await draw(page, svg, ICO_SIZES, 1)))
    await writeFile(join(FOLDER, 'icon.icns'), icnsOf(await draw(page, svg, ICNS_SIZES, MAC_SCALE)))
  } finally {
    await browser.close()
  }
}

async function draw(
  page: Page,
  svg: string,
  sizes: readonly number[],
  scale: number,
): Promise<IconImage[]> {
  const images: IconImage[] = []
  for (const size of sizes) {
    const inner = Math.round(size * scale)
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>body{margin:0;height:${size}px;display:grid;place-items:center}
       svg{width:${inner}px;height:${inner}px}</style>${svg}`,
    )
    images.push({ size, png: await page.screenshot({ omitBackground: true }) })
  }
  return images
}

if (import.meta.main) {
  await makeIcons()
  process.stdout.write('Drew the icons into build/.\n')
}

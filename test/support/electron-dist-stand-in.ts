import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'

/** Electron's mark before its fuses, by which tools find them in the executable. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSE_WIRE_VERSION = 1

/** The fuses as Electron is shipped: run as Node, NODE_OPTIONS, inspect and file privileges are on. */
const SHIPPED_FUSES = '10110001'

/**
 * Writes a stand-in for an unpacked Electron distribution for Linux into `folder`: files of the right
 * names, and an executable that only carries the fuse wire and says what it is. It starts nothing;
 * packaging needs no more.
 */
export async function writeElectronDistStandIn(folder: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true })
  await mkdir(join(folder, 'resources'), { recursive: true })
  const wire = Buffer.from([FUSE_WIRE_VERSION, SHIPPED_FUSES.length, ...Buffer.from(SHIPPED_FUSES)])
  const program = Buffer.concat([
    Buffer.from(
      '#!/bin/sh\necho "This is a stand-in for Electron, it runs nothing." >&2\nexit 1\n',
    ),
    Buffer.from(FUSE_SENTINEL),
    wire,
    Buffer.from('\n'),
  ])
  await writeFile(join(folder, 'electron'), program)
  await chmod(join(folder, 'electron'), 0o755)
  const files = [
    'LICENSE',
    'LICENSES.chromium.html',
    'chrome-sandbox',
    'chrome_crashpad_handler',
    'icudtl.dat',
    'libffmpeg.so',
    'resources.pak',
    'v8_context_snapshot.bin',
    'locales/en-US.pak',
    'locales/fr.pak',
    'locales/pt-BR.pak',
  ]
  for (const file of files) await writeFile(join(folder, file), 'stand-in\n')
  await writeFile(join(folder, 'version'), '45.4.1')
  // The packager hashes every archive it finds, so this one is a real one.
  const app = join(folder, 'default_app')
  await mkdir(app)
  await writeFile(join(app, 'main.js'), '// stand-in\n')
  await createPackage(app, join(folder, 'resources', 'default_app.asar'))
  await rm(app, { recursive: true })
}

import { spawnSync } from 'node:child_process'

/** What `grep -n` with these arguments finds in `content`, one string per line. */
export function grep(content: string | Uint8Array, ...parameters: readonly string[]): string[] {
  const { stdout, stderr, status } = spawnSync('grep', ['-n', '-a', ...parameters], {
    input: content,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  // 1 means that nothing was found.
  if (status !== 0 && status !== 1) throw new Error(`grep failed: ${stderr}`)
  return stdout.split('\n').slice(0, -1)
}

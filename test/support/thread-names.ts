import { readdir, readFile } from 'node:fs/promises'

/** The names of the threads of a process, on Linux; nothing where the system does not tell them. */
export async function threadNames(pid: number): Promise<string[]> {
  const ids = await readdir(`/proc/${pid}/task`).catch(() => [])
  // One can have ended since.
  const names = ids.map((id) => readFile(`/proc/${pid}/task/${id}/comm`, 'utf8').catch(() => ''))
  return (await Promise.all(names)).map((name) => name.trim())
}

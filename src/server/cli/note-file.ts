import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { errorCode } from '../error-code.ts'
import type { Sentences } from './sentences.ts'
import { UsageError } from './usage-error.ts'

/**
 * Looks at a log before it is followed: null when it can be read, else the sentence that says what is
 * waited for. Throws a UsageError for a directory, which is a mistake and not a log to come.
 */
export async function noteFile(path: string, say: Sentences): Promise<string | null> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new UsageError(say.directory(path))
    if (!found.isFile()) return say.notAFile(path)
    await access(path, constants.R_OK)
    return null
  } catch (error) {
    if (error instanceof UsageError) throw error
    const code = errorCode(error) ?? 'UNKNOWN'
    return code === 'ENOENT' ? say.waiting(path) : say.unreadable(path, code)
  }
}

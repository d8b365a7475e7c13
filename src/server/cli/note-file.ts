import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { errorCode } from '../error-code.ts'
import type { Sentences } from './sentences.ts'

/**
 * Looks at a log before it is followed: null when it can be read, else the sentence that says what is
 * waited for.
 */
export async function noteFile(path: string, say: Sentences): Promise<string | null> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return say.notAFile(path)
    await access(path, constants.R_OK)
    return null
  } catch (error) {
    const code = errorCode(error) ?? 'UNKNOWN'
    return code === 'ENOENT' ? say.waiting(path) : say.unreadable(path, code)
  }
}

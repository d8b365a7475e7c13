import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { z } from 'zod'
import { isOrigin } from '../http/own-names.ts'
import { isToken } from '../http/token.ts'
import type { Sentences } from './sentences.ts'
import { UsageError } from './usage-error.ts'

/** What `rastro serve` was asked for, checked. */
export interface ServeOptions {
  readonly files: readonly string[]
  readonly host: string
  readonly port: number
  readonly token: string | null
  readonly allowOrigins: readonly string[]
  /** Where the indexes of large logs are kept: null for nowhere, undefined for the user's own folder. */
  readonly cacheFolder: string | null | undefined
  readonly json: boolean
}

/** Options as commander gives them: texts, `token` false for --no-token, `cache` for --no-cache. */
const given = z.object({
  host: z.string(),
  port: z.string(),
  token: z.union([z.string(), z.literal(false)]).optional(),
  allowOrigin: z.array(z.string()),
  cacheFolder: z.string().optional(),
  cache: z.boolean().optional(),
  json: z.boolean().optional(),
})

/** Bytes of a token that is made up: 256 bits cannot be guessed. */
const TOKEN_BYTES = 32

/** A shorter token could be tried out: 8 characters of 6 bits are 2^48. */
const MIN_TOKEN_LENGTH = 8

/**
 * Checks the options of `rastro serve`; relative files are taken from `folder`. `envToken` is
 * RASTRO_TOKEN, which other users do not see in the list of processes. Throws a UsageError.
 */
export function serveOptions(
  files: readonly string[],
  options: unknown,
  envToken: string | undefined,
  folder: string,
  say: Sentences,
): ServeOptions {
  const {
    host: givenHost,
    port,
    token,
    allowOrigin,
    cacheFolder,
    cache,
    json,
  } = given.parse(options)
  return {
    files: files.map((file) => resolve(folder, file)),
    host: hostOf(givenHost, say),
    port: portOf(port, say),
    token: token === false ? null : tokenOf(token ?? envToken, say),
    allowOrigins: allowOrigin.map((origin) => originOf(origin, say)),
    cacheFolder: cacheFolderOf(cacheFolder, cache, folder, say),
    json: json === true,
  }
}

function hostOf(value: string, say: Sentences): string {
  const host = /^\[.*\]$/.test(value) ? value.slice(1, -1) : value
  if (!/^[\w.:-]+(?:%\w+)?$/.test(host)) throw new UsageError(say.badHost(value))
  return host
}

function portOf(value: string, say: Sentences): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (!(port <= 65_535)) throw new UsageError(say.badPort(value))
  return port
}

function tokenOf(value: string | undefined, say: Sentences): string {
  if (value === undefined) return randomBytes(TOKEN_BYTES).toString('base64url')
  if (value.length < MIN_TOKEN_LENGTH || !isToken(value)) throw new UsageError(say.badToken)
  return value
}

function cacheFolderOf(
  value: string | undefined,
  cache: boolean | undefined,
  folder: string,
  say: Sentences,
): string | null | undefined {
  if (cache === false) {
    if (value !== undefined) throw new UsageError(say.cacheTwice)
    return null
  }
  if (value === '') throw new UsageError(say.badCacheFolder)
  return value === undefined ? undefined : resolve(folder, value)
}

function originOf(value: string, say: Sentences): string {
  if (!isOrigin(value)) throw new UsageError(say.badOrigin(value))
  return value
}

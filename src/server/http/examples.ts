import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestHandler } from 'express'

interface Example {
  readonly html: string
  readonly policy: string
}

/**
 * The pages of the examples folder, read once at start: what is not among them then is not served.
 * Each may run the scripts that stand in it, known by their digests, and nothing else.
 */
export function examples(folder: string): RequestHandler<{ name: string }> {
  const pages = readExamples(folder)
  return (request, response, next) => {
    const example = pages.get(request.params.name)
    if (example === undefined) {
      next()
      return
    }
    response.set('Content-Security-Policy', example.policy)
    response.type('html').send(example.html)
  }
}

function readExamples(folder: string): ReadonlyMap<string, Example> {
  return new Map(
    htmlFiles(folder).map((name) => {
      const html = readFileSync(join(folder, name), 'utf8')
      return [name, { html, policy: examplePolicy(html) }]
    }),
  )
}

/** Empty when there is no such folder: the examples are an extra, not a part of the server. */
function htmlFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.html'))
  } catch {
    return []
  }
}

/** The policy that lets an HTML text run its own inline scripts and styles. */
export function examplePolicy(html: string): string {
  return [
    "default-src 'none'",
    `script-src ${digests(html, /<script>(.*?)<\/script>/gs)}`,
    `style-src ${digests(html, /<style>(.*?)<\/style>/gs)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function digests(html: string, element: RegExp): string {
  const found = Array.from(html.matchAll(element), ([, text = '']) => {
    // The digest is of the text that the parser sees: it turns CRLF into LF.
    const seen = text.replaceAll('\r\n', '\n')
    return `'sha256-${createHash('sha256').update(seen).digest('base64')}'`
  })
  return found.length === 0 ? "'none'" : found.join(' ')
}

import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RequestHandler, static as serveFiles } from 'express'
import { ApiFailure } from './api-failure.ts'

/** Stands in the built page wherever the nonce of one answer goes. */
const NONCE_TOKEN = '__CSP_NONCE__'

/** The content policy of the page; the nonce is for the style elements that its widgets add. */
function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** `GET /`: the built page with a nonce of its own. Read each time: a new build needs no restart. */
export function page(pageFolder: string): RequestHandler {
  const file = join(pageFolder, 'index.html')
  return async (_request, response) => {
    const html = await readPage(file)
    const nonce = randomBytes(18).toString('base64')
    response.set('Content-Security-Policy', pagePolicy(nonce))
    response.type('html').send(html.replaceAll(NONCE_TOKEN, nonce))
  }
}

async function readPage(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new ApiFailure('not-available', 'The page is not built: run `npm run build`.', {
      status: 503,
    })
  }
}

/** The files beside the page. The build puts a hash of the content into the names under assets/. */
export function pageFiles(pageFolder: string): RequestHandler {
  const assets = join(pageFolder, 'assets/')
  const files = serveFiles(pageFolder, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders(response, path) {
      const caching = path.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache'
      response.setHeader('Cache-Control', caching)
    },
  })
  return (request, response, next) => {
    // The page itself is served above, with its nonce and its policy.
    if (request.path.endsWith('.html')) next()
    else files(request, response, next)
  }
}

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { examplePolicy } from '../../../src/server/http/examples.ts'
import { ask } from '../../support/ask.ts'
import { startTestServer } from '../../support/start-test-server.ts'

const FOLDER = join(import.meta.dirname, '../../../examples')

describe('examplePolicy', () => {
  it('allows the scripts and styles that stand in the page, by their digests', () => {
    const digest = (text: string) => createHash('sha256').update(text).digest('base64')
    const policy = examplePolicy('<style>p {}</style><script>\na()\n</script><script>b()</script>')
    expect(policy).toContain(`script-src 'sha256-${digest('\na()\n')}' 'sha256-${digest('b()')}'`)
    expect(policy).toContain(`style-src 'sha256-${digest('p {}')}'`)
    expect(policy).not.toContain('unsafe-inline')
  })

  it('digests what a parser sees of CRLF', () => {
    expect(examplePolicy('<script>a\r\nb</script>')).toBe(examplePolicy('<script>a\nb</script>'))
  })

  it('allows nothing where there is nothing', () => {
    expect(examplePolicy('<p>')).toContain("script-src 'none'; style-src 'none'")
  })
})

describe.each(['client.html', 'other_example.html'])('examples/%s', (name) => {
  it('is served with a policy that lets its script run', async () => {
    const { port } = await startTestServer({ examplesFolder: FOLDER })
    const reply = await ask(port, { path: `/examples/${name}` })
    expect(reply.status).toBe(200)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.headers['content-security-policy']).toMatch(/script-src 'sha256-[^']{44}'; /)
    expect(reply.headers['content-security-policy']).toContain("connect-src 'self'")
  })

  it('stays a dozen lines, and adds text, never markup', async () => {
    const text = await readFile(join(FOLDER, name), 'utf8')
    expect(text.split('\n').length).toBeLessThan(22)
    expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write/)
  })
})

import { describe, expect, it } from 'vitest'
import { apiError } from '../../../src/shared/protocol.ts'
import { ask } from '../../support/ask.ts'
import { startWithExport } from '../../support/export-log.ts'
import { grep } from '../../support/grep.ts'
import { mixedLines } from '../../support/mixed-lines.ts'
import { asText } from '../../support/numbered-lines.ts'
import { text, wanted } from '../../support/wanted.ts'

const LINES = mixedLines(5000)
const CONTENT = asText(LINES)

describe('GET /api/logs/:id/export', () => {
  it('sends the log as it is, as a download', async () => {
    const { save } = await startWithExport(CONTENT)
    const reply = await save('format=text')
    expect(reply.text).toBe(CONTENT)
    expect(reply.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename=app.log',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })

  it('numbers lines as grep -n does', async () => {
    const { save } = await startWithExport(CONTENT)
    expect((await save('format=text&numbers=1')).text).toBe(
      grep(CONTENT, '')
        .map((line) => `${line}\n`)
        .join(''),
    )
  })

  it('sends the rows of a view as grep finds them, also while it is being searched', async () => {
    const { save, openView } = await startWithExport(CONTENT)
    const view = await openView('ERROR')
    const found = grep(CONTENT, '-F', 'ERROR')
    const reply = await save(`format=text&numbers=1&view=${view}`)
    expect(reply.text).toBe(asText(found))
    expect(reply.headers['content-disposition']).toBe('attachment; filename=app-view.log')
    const some = await save(`format=text&numbers=1&view=${view}&from=7&to=20`)
    expect(some.text).toBe(asText(found.slice(7, 20)))
  })

  it('sends whole entries where the rows of a view are the heads of entries', async () => {
    const lines = [
      '2026-01-01 10:00:00 INFO one',
      '2026-01-01 10:00:01 ERROR two',
      '  at a.b(c)',
      '  at d.e(f)',
      '2026-01-01 10:00:02 INFO three',
      '2026-01-01 10:00:03 ERROR four',
      '  at g',
    ]
    const { save, openView } = await startWithExport(asText(lines))
    const heads = { entries: true, heads: true }
    const all = await openView('', wanted([], heads))
    expect((await save(`format=text&view=${all}`)).text).toBe(asText(lines))
    expect((await save(`format=text&view=${all}&from=1&to=2`)).text).toBe(asText(lines.slice(1, 4)))
    const errors = await openView('', wanted([text('ERROR')], heads))
    expect((await save(`format=text&numbers=1&view=${errors}`)).text).toBe(
      asText([`2:${lines[1]}`, `3:${lines[2]}`, `4:${lines[3]}`, `6:${lines[5]}`, `7:${lines[6]}`]),
    )
  })

  it.each([
    ['from=10&to=20', 10, 20, 'app-11-20.log'],
    ['from=4990', 4990, 5000, 'app-4991-.log'],
    ['to=3', 0, 3, 'app-1-3.log'],
    ['from=5&to=5', 5, 5, 'app-6-5.log'],
    ['from=4999&to=9007199254740991', 4999, 5000, 'app-5000-9007199254740991.log'],
    ['from=5000', 5000, 5000, 'app-5001-.log'],
  ])('sends the lines of %s', async (range, from, to, name) => {
    const { save } = await startWithExport(CONTENT)
    const reply = await save(`format=text&${range}`)
    expect(reply.text).toBe(asText(LINES.slice(from, to)))
    expect(reply.headers['content-disposition']).toBe(`attachment; filename=${name}`)
  })

  it('sends lines far longer than the page shows whole', async () => {
    const long = ['é'.repeat(3_000_000), 'short', `"${'y'.repeat(40_000)}"`, '😀'.repeat(600_000)]
    const { save, openView } = await startWithExport(asText(long))
    expect((await save('format=text')).text).toBe(asText(long))
    const view = await openView('é')
    expect((await save(`format=text&view=${view}&numbers=1`)).text).toBe(`1:${long[0]}\n`)
    const json = (await save('format=jsonl')).text.trimEnd().split('\n')
    expect(json.map((line) => JSON.parse(line))).toEqual(
      long.map((text, at) => ({ line: at + 1, text })),
    )
    expect((await save('format=csv&numbers=0&from=2&to=3')).text).toBe(
      `text\r\n"""${'y'.repeat(40_000)}"""\r\n`,
    )
  })

  it('sends JSON lines with the fields of lines that are objects', async () => {
    const lines = ['{"id":12345678901234567890,"ok":true}', '{broken', '[1]', 'a\tb\u0000"']
    const { save } = await startWithExport(asText(lines))
    const reply = await save('format=jsonl')
    expect(reply.headers['content-type']).toBe('application/jsonl; charset=utf-8')
    expect(reply.headers['content-disposition']).toBe('attachment; filename=app.jsonl')
    expect(reply.text.split('\n')[0]).toContain('"fields":{"id":12345678901234567890,"ok":true}')
    expect(
      reply.text
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { line: 2, text: lines[1] },
      { line: 3, text: lines[2] },
      { line: 4, text: lines[3] },
    ])
  })

  it('quotes CSV as RFC 4180 says, and leaves formulas as the log has them', async () => {
    const lines = ['=cmd|calc', 'say "hi", twice', 'a\rb', '']
    const { save } = await startWithExport(asText(lines))
    const reply = await save('format=csv')
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(reply.text).toBe(
      'line,text\r\n1,"=cmd|calc"\r\n2,"say ""hi"", twice"\r\n3,"a\rb"\r\n4,""\r\n',
    )
  })

  it('names a file that ASCII cannot name, and none that leads elsewhere', async () => {
    const { save } = await startWithExport('x\n', 'é\u202e"..\\.log')
    const { headers } = await save('format=csv')
    expect(headers['content-disposition']).toContain("filename*=UTF-8''%C3%A9__.._.csv")
  })

  it('sends nothing of a log without lines, but says how it would stand', async () => {
    const { save } = await startWithExport('')
    expect((await save('format=text')).text).toBe('')
    expect((await save('format=csv')).text).toBe('line,text\r\n')
  })

  it('holds the unfinished last line back', async () => {
    const { save } = await startWithExport('one\nunfinis')
    expect((await save('format=text')).text).toBe('one\n')
  })

  it('drops the CR of endings, and reads other encodings', async () => {
    const { save } = await startWithExport(Buffer.from('\ufeffone\r\nção\r\n', 'utf16le'))
    expect((await save('format=text')).text).toBe('one\nção\n')
  })

  it.each([
    '',
    'format=xml',
    'format=text&from=-1',
    'format=text&from=1.5',
    'format=text&from=2&to=1',
    'format=text&to=99999999999999999',
    'format=text&numbers=yes',
    'format=text&view=../../etc',
    'format=text&from=',
  ])('refuses %j', async (query) => {
    const { save } = await startWithExport('one\n')
    const reply = await save(query)
    expect(reply.status).toBe(400)
    expect(apiError.parse(JSON.parse(reply.text)).error).toBe('bad-request')
    expect(reply.headers['content-disposition']).toBeUndefined()
  })

  it('refuses what is not there', async () => {
    const { save, port } = await startWithExport('one\n')
    expect((await save('format=text&view=gone')).status).toBe(404)
    expect((await ask(port, { path: '/api/logs/nothing/export?format=text' })).status).toBe(404)
  })

  it('answers HEAD without reading, and refuses other methods', async () => {
    const { port, path } = await startWithExport('one\n')
    const address = `${path}/export?format=csv`
    const head = await ask(port, { method: 'HEAD', path: address })
    expect(head).toMatchObject({ status: 200, text: '' })
    expect(head.headers['content-disposition']).toBe('attachment; filename=app.csv')
    expect((await ask(port, { method: 'POST', path: address })).status).toBe(405)
  })
})

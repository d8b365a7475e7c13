import { describe, expect, it } from 'vitest'
import { cannotListen } from '../../../src/server/cli/cannot-listen.ts'
import { sentencesIn } from '../../../src/server/cli/sentences.ts'

describe('cannotListen', () => {
  it.each([
    ['EADDRINUSE', /^A porta 80 de h está em uso/],
    ['EACCES', /^Este usuário não pode ouvir na porta 80/],
    ['EADDRNOTAVAIL', /^h não é um endereço desta máquina/],
    ['EAFNOSUPPORT', /^h não é um endereço desta máquina/],
    ['ENOTFOUND', /^O nome h não é conhecido/],
    ['EAI_AGAIN', /^O nome h não é conhecido/],
    ['EMFILE', /^Não é possível ouvir em h, porta 80 \(EMFILE\)/],
    [null, /^Não é possível ouvir em h, porta 80 \(\?\)/],
  ])('says %s in the language of the user', (code, sentence) => {
    expect(cannotListen(code, 'h', 80, sentencesIn('pt-BR'))).toMatch(sentence)
  })
})

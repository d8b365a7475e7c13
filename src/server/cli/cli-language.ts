/** The languages of the command line. */
export type CliLanguage = 'pt-BR' | 'en'

/** The language that the locale of the environment asks for, by POSIX precedence: LC_ALL over LC_MESSAGES over LANG. */
export function cliLanguage(env: Readonly<Record<string, string | undefined>>): CliLanguage {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^pt\b|^pt_/i.test(locale) ? 'pt-BR' : 'en'
}

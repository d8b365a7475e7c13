/**
 * The texts with a form for none wherever they count: that of many. CLDR puts 0 into the singular of
 * Portuguese, and Brazilians say and write "0 linhas"; i18next takes a form `_zero` before CLDR's. A
 * text that has one of its own keeps it.
 */
export function withZeroForms(texts: Readonly<Record<string, string>>): Record<string, string> {
  const forms = Object.entries(texts)
    .filter(([key]) => key.endsWith('_other'))
    .map(([key, text]) => [key.replace(/_other$/, '_zero'), text] as const)
  return { ...Object.fromEntries(forms), ...texts }
}

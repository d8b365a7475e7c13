/** The keys of a translation: those of the English texts, and the plural forms that English has not. */
export type Translated<English> = Readonly<
  Record<keyof English | ManyForm<Extract<keyof English, string>>, string>
>

/** In Portuguese a text that counts has a form for millions too. */
export type ManyForm<Key extends string> = Key extends `${infer Base}_other`
  ? `${Base}_many`
  : never

/** Where a thread's code is: a module of the sources, or the text that the build put into the bundle. */
export type ThreadCode =
  | { readonly kind: 'file'; readonly url: URL }
  | { readonly kind: 'text'; readonly text: string }

/** The engine's threads. The build puts its bundled text in place of this module (scripts/build.ts). */
export const threadCode: ThreadCode = {
  kind: 'file',
  url: new URL('./engine-thread.ts', import.meta.url),
}

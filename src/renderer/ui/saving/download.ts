/** How long the address of a blob stays valid, in ms: the browser has begun to read it long before. */
const ADDRESS_MS = 60_000

/** Lets the browser save what stands at an address; its own list of downloads shows how far it is. */
export function download(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}

/** Lets the browser save a blob. */
export function downloadBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  download(url, name)
  setTimeout(() => URL.revokeObjectURL(url), ADDRESS_MS)
}

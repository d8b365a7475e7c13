/**
 * Puts text on the clipboard. The asynchronous clipboard exists only in secure contexts (not on
 * plain http to another host) and may be refused by permission; the old command works in both
 * cases as long as the user's gesture is fresh. Answers whether it was written.
 */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Refused or not there: the old way.
    return copyByCommand(text)
  }
}

function copyByCommand(text: string): boolean {
  const write = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', write, { capture: true, once: true })
  const written = document.execCommand('copy')
  document.removeEventListener('copy', write, { capture: true })
  return written
}

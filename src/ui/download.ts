/** Offers a text or bytes as a file to save; nothing leaves the machine. */
export function download(
  name: string,
  content: string | Uint8Array,
  type = 'application/json',
): void {
  const part = typeof content === 'string' ? content : content.slice()
  const url = URL.createObjectURL(new Blob([part], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // the browser has taken the data by the next turn
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

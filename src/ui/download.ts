/** Offers a text as a file to save; nothing leaves the machine. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // the browser has taken the data by the next turn
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

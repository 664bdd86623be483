import type { AttemptStore } from '../../storage/ports.ts'

/** Exports one attempt and hands it to the browser as a file. Rejects with a StorageError. */
export async function downloadAttempt(
  store: Pick<AttemptStore, 'export'>,
  attempt: string,
  name: string,
): Promise<void> {
  const text = await store.export({ attempt })
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name.replace(/[\\/:*?"<>|\s]+/g, '-')}.json`
  link.click()
  // the browser has read it by then
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

import type { FileChange, Files } from '../../core/files/files.ts'
import type { Infos } from './infos.ts'
import { type RecordedFile, recordedIn, type VoiceRow } from './rows.ts'

/**
 * Recordings that lost their line: it was renamed, or moved in its list, and with it the name under which the desk looks
 * for the recording. A recording that knows its words is put back to the line that says them.
 */
export interface Match {
  readonly file: RecordedFile
  readonly row: VoiceRow
}

/** Does the recording say something else than the line? False as long as it isn't known. */
export function saysOther(row: VoiceRow, infos: Infos): boolean {
  const words = row.file ? infos.get(row.file.blob)?.words : undefined
  return typeof words === 'string' && words !== row.words
}

/** For each line that lacks its recording, one that says its words and is of no use where it stands. */
export function matches(
  rows: readonly VoiceRow[],
  orphans: readonly RecordedFile[],
  infos: Infos,
): readonly Match[] {
  const strays = [
    ...orphans,
    ...rows.flatMap((row) => (saysOther(row, infos) ? (row.file ?? []) : [])),
  ]
  const found: Match[] = []
  const used = new Set<string>()
  for (const row of rows) {
    if (row.file && !saysOther(row, infos)) continue
    const file = strays.find(
      ({ path, blob }) =>
        !used.has(path) &&
        path.startsWith(`voice/${row.lang}/`) &&
        infos.get(blob)?.words === row.words,
    )
    if (!file) continue
    used.add(file.path)
    found.push({ file, row })
  }
  return found
}

/** The changes that give each line its recording: all are taken from where they stand, then put where they belong. */
export function rematched(files: Files, found: readonly Match[]): readonly FileChange[] {
  const type = (path: string): string => path.slice(path.lastIndexOf('.'))
  const taken = new Set(
    found.flatMap(({ file, row }) => (row.file ? [file.path, row.file.path] : [file.path])),
  )
  return [
    ...[...taken].map((path): FileChange => ({ path, put: null })),
    ...found.flatMap(({ file, row }): readonly FileChange[] => {
      const content = files.get(file.path)
      return content ? [{ path: `voice/${row.key}${type(file.path)}`, put: content }] : []
    }),
  ]
}

/** The recordings of a node's or reaction's lines, under its new name: they go with it in the same step. */
export function recordingsRenamed(
  files: Files,
  what: 'node' | 'reaction',
  from: string,
  to: string,
): readonly FileChange[] {
  const lines = what === 'node' ? [`${from}.caller`, `${from}.silence`] : [`anywhere.${from}`]
  return [...recordedIn(files)].flatMap(([key, { path }]): readonly FileChange[] => {
    const name = key.slice('zh/'.length)
    const content = files.get(path)
    // a longer name may begin alike
    if (!content || !lines.some((line) => name === line || /^[._]/.test(rest(name, line))))
      return []
    const next =
      what === 'node'
        ? to + name.slice(from.length)
        : `anywhere.${to}${rest(name, `anywhere.${from}`)}`
    const put = `${path.slice(0, 'voice/zh/'.length)}${next}${path.slice(path.lastIndexOf('.'))}`
    return [
      { path, put: null },
      { path: put, put: content },
    ]
  })
}

const rest = (name: string, front: string): string =>
  name.startsWith(front) ? name.slice(front.length) : ''

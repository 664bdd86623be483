import { expect, it } from 'vitest'
import type { FileContent, Files } from '../../core/files/files.ts'
import { scenarioFrom } from '../../core/testing/drive.ts'
import { source } from '../../core/testing/scenario.ts'
import type { DraftStore, OpenedDraft } from '../../storage/drafts/ports.ts'
import { Draft, SCENARIO_FILE } from '../draft/draft.ts'
import { keepAll } from './keep.ts'
import { type VoiceRow, voiceRows } from './rows.ts'
import { writeWav } from './wav.ts'

const LABEL = { zh: '录音', en: 'recording' }

/** A store that takes what it is given; blobs are called by their size. */
const store = {
  append: async () => undefined,
  putBlob: async (blob: Blob) => ({ blob: `b${blob.size}`, type: blob.type, size: blob.size }),
} satisfies Partial<DraftStore>

function draftWith(...files: readonly (readonly [string, FileContent])[]): Draft {
  const base: Files = new Map<string, FileContent>([[SCENARIO_FILE, { text: source }], ...files])
  const opened: OpenedDraft = {
    info: {
      id: 'd1',
      kind: 'scenario',
      origin: { from: 'copy', of: 'gate' },
      createdAt: 0,
      name: 'gate',
      title: LABEL,
      changedAt: 0,
      changes: 0,
      versions: 0,
      removed: false,
    },
    base,
    changes: [],
  }
  // only what the draft calls
  return new Draft(opened, store as unknown as DraftStore, () => 0)
}

function rowOf(draft: Draft, key: string): VoiceRow {
  const row = voiceRows(scenarioFrom(), draft.state.files, () => undefined).find(
    (one) => one.key === key,
  )
  if (!row) throw new Error(`no ${key}`)
  return row
}

const wav = (samples: number) => writeWav(new Float32Array(samples), 16_000)

it('puts several recordings there as one step, in place of what their lines had', async () => {
  const draft = draftWith([
    'voice/zh/waits.caller.mp3',
    { blob: 'old', type: 'audio/mpeg', size: 9 },
  ])
  const fresh = ['zh/waits.caller', 'en/waits.caller'].map((key, i) => ({
    row: rowOf(draft, key),
    wav: wav(100 + i),
  }))
  expect(await keepAll(draft, store, LABEL, fresh)).toBe(true)
  const paths = () => [...draft.state.files.keys()].filter((path) => path !== SCENARIO_FILE).sort()
  expect(paths()).toEqual(['voice/en/waits.caller.wav', 'voice/zh/waits.caller.wav'])
  draft.undo()
  expect(paths()).toEqual(['voice/zh/waits.caller.mp3'])
  draft.redo()
  expect(paths()).toEqual(['voice/en/waits.caller.wav', 'voice/zh/waits.caller.wav'])
})

it('makes no step of the same recording again', async () => {
  const draft = draftWith()
  const fresh = [{ row: rowOf(draft, 'zh/waits.caller'), wav: wav(100) }]
  await keepAll(draft, store, LABEL, fresh)
  const { revision } = draft.state
  await keepAll(draft, store, LABEL, fresh)
  expect(draft.state.revision).toBe(revision)
})

it('changes nothing when there is no room for all of them together', async () => {
  const full: FileContent = { blob: 'full', type: 'audio/wav', size: 63_999_900 }
  const draft = draftWith(['voice/zh/here.caller.wav', full])
  const { files } = draft.state
  const fresh = [{ row: rowOf(draft, 'zh/waits.caller'), wav: wav(100) }]
  expect(await keepAll(draft, store, LABEL, fresh)).toBe(false)
  expect(draft.state.files).toBe(files)
  // what is replaced makes room
  const instead = [{ row: rowOf(draft, 'zh/here.caller'), wav: wav(100) }]
  expect(await keepAll(draft, store, LABEL, instead)).toBe(true)
})

import type { Language } from '../../core/scenario/primitives.ts'
import { t } from '../../ui/i18n/i18n.ts'
import { say } from '../../ui/messages.ts'
import type { Draft } from '../draft/draft.ts'
import { Value } from '../draft/value.ts'
import type { Studio } from '../studio.ts'
import { type Decoded, decodeSound, type Refusal } from './decode.ts'
import { evened } from './even.ts'
import { type Fresh, keepAll, pathOf, removal } from './keep.ts'
import { openMicrophone } from './microphone.ts'
import { type Named, rowNamed } from './naming.ts'
import { KEPT_RATE, type Pcm } from './pcm.ts'
import { Recorder } from './recorder.ts'
import { type Match, rematched } from './rematch.ts'
import { resample } from './resample.ts'
import type { RecordedFile, VoiceRow } from './rows.ts'
import { cut, type Span, voiceIn } from './trim.ts'
import { writeWav } from './wav.ts'

/** A recording as it can be trimmed: all that was recorded, and which part of it is kept. */
export interface Take {
  readonly pcm: Pcm
  readonly span: Span
  /** As the microphone or a dropped file gave it; else it is what was kept, evened already if it is ours. */
  readonly isRaw: boolean
}

/** A file that was not taken. */
export interface RefusedFile {
  readonly name: string
  readonly why: Refusal | Extract<Named, { ok: false }>['why'] | 'tooMany'
}

export type Show = 'all' | 'lacking' | 'check'

/** Whole takes are kept for as long as the draft is open, so that a trim can be widened again; so many samples of them. */
const MOST_SAMPLES = 16_000_000

/** Where a draft's lines get their voice; kept while another panel is shown. */
export class VoiceRoom {
  readonly chosen = new Value<string | null>(null)
  readonly show = new Value<Show>('all')
  readonly lang = new Value<Language | 'both'>('both')
  /** Files that were dropped are being read. */
  readonly isReading = new Value(false)
  /** Of those that were dropped last. */
  readonly refused = new Value<readonly RefusedFile[]>([])
  readonly recorder: Recorder
  readonly #draft: Draft
  readonly #drafts: Studio['services']['drafts']
  /** By the hash of what was kept of it. */
  readonly #takes = new Map<string, Take>()
  #recording: VoiceRow | null = null
  #keeping: Promise<void> = Promise.resolve()

  constructor({ draft, services }: Pick<Studio, 'draft' | 'services'>) {
    this.#draft = draft
    this.#drafts = services.drafts
    this.recorder = new Recorder({
      open: openMicrophone,
      onDone: ({ pcm, rate }) => {
        const row = this.#recording
        if (!row) return
        const kept = resample(pcm, rate, KEPT_RATE)
        this.keep(row, { pcm: kept, span: voiceIn(kept, KEPT_RATE), isRaw: true })
      },
    })
  }

  /** Records this line; what it had is replaced once the recording ends. */
  record(row: VoiceRow, device: string | null): void {
    this.#recording = row
    void this.recorder.start(device)
  }

  /** A recording, to be heard and trimmed; null if it can't be read. */
  async open(file: RecordedFile): Promise<Take | null> {
    const known = this.#takes.get(file.blob)
    if (known) return known
    const blob = await this.#drafts.blob(file.blob)
    const decoded = blob && (await decodeSound(blob))
    if (!decoded?.ok) return null
    return { pcm: decoded.pcm, span: { from: 0, to: decoded.pcm.length }, isRaw: false }
  }

  /** The panel goes away: what was being said is kept, even if the draft is closed with it. */
  leave(): void {
    const ended = this.recorder.stop().then(() => this.#keeping)
    this.#draft.expect(ended)
  }

  /** Keeps this part of a take as the line's recording, evened. */
  keep(row: VoiceRow, take: Take): void {
    this.#keeping = this.#keep(row, take).catch(this.#failed)
  }

  async #keep(row: VoiceRow, take: Take): Promise<void> {
    const label = { zh: `录音 ${row.line}`, en: `Recording of ${row.line}` }
    const wav = made(row, take)
    if (!wav) return void say({ kind: 'warn', text: t('studio:voice.unheard') })
    const done = await keepAll(this.#draft, this.#drafts, label, [{ row, wav }])
    if (!done) return void say({ kind: 'warn', text: t('studio:voice.noRoom') })
    this.#remember(row, take)
  }

  remove(row: VoiceRow): void {
    if (!row.file) return
    const label = { zh: `删除录音 ${row.line}`, en: `Delete the recording of ${row.line}` }
    this.#draft.change(label, [removal(row.file)])
  }

  /** Gives recordings back to the lines that say their words. */
  rematch(found: readonly Match[]): void {
    const label = { zh: '录音对回台词', en: 'Give recordings back to their lines' }
    this.#draft.change(label, rematched(this.#draft.state.files, found))
  }

  removeAll(files: readonly RecordedFile[]): void {
    const label = { zh: '删除没有台词的录音', en: 'Delete recordings without a line' }
    this.#draft.change(label, files.map(removal))
  }

  /** Takes sound files: one for the line given, or each for the line that it is named after. */
  take(files: readonly File[], row: VoiceRow | null, rows: readonly VoiceRow[]): void {
    if (files.length === 0 || this.isReading.get()) return
    this.isReading.set(true)
    void this.#take(files, row, rows)
      .catch(this.#failed)
      .finally(() => this.isReading.set(false))
  }

  async #take(
    files: readonly File[],
    row: VoiceRow | null,
    rows: readonly VoiceRow[],
  ): Promise<void> {
    const fresh = new Map<string, Fresh & { readonly take: Take }>()
    const refused: RefusedFile[] = []
    for (const file of files.slice(0, MOST_FILES)) {
      const read = await this.#read(file, files.length === 1 ? row : null, rows)
      if (typeof read === 'string') refused.push({ name: file.name.slice(0, 80), why: read })
      else fresh.set(read.row.key, read)
    }
    for (const file of files.slice(MOST_FILES, MOST_FILES + MOST_TOLD))
      refused.push({ name: file.name.slice(0, 80), why: 'tooMany' })
    if (!(await this.#keepFiles([...fresh.values()])))
      say({ kind: 'warn', sticky: true, text: t('studio:voice.noRoom') })
    this.refused.set(refused)
  }

  /** What a file gives for which line, or why it isn't taken. */
  async #read(
    file: File,
    row: VoiceRow | null,
    rows: readonly VoiceRow[],
  ): Promise<(Fresh & { readonly take: Take }) | RefusedFile['why']> {
    const lang = this.lang.get()
    const named: Named = row
      ? { ok: true, row }
      : rowNamed(file.name, rows, lang === 'both' ? null : lang)
    if (!named.ok) return named.why
    const decoded = await decodeSound(file).catch((): Decoded => ({ ok: false, why: 'notSound' }))
    if (!decoded.ok) return decoded.why
    const take = { pcm: decoded.pcm, span: voiceIn(decoded.pcm, KEPT_RATE), isRaw: true }
    const wav = made(named.row, take)
    return wav ? { row: named.row, wav, take } : 'silent'
  }

  async #keepFiles(taken: readonly (Fresh & { readonly take: Take })[]): Promise<boolean> {
    const [first] = taken
    if (!first) return true
    const label = { zh: `放入 ${taken.length} 条录音`, en: `Take ${taken.length} recordings` }
    if (!(await keepAll(this.#draft, this.#drafts, label, taken))) return false
    for (const { row, take } of taken) this.#remember(row, take)
    this.chosen.set(first.row.key)
    say({ kind: 'done', text: t('studio:voice.taken', { n: taken.length }) })
    return true
  }

  /** Keeps the take of a recording that was just put there. */
  #remember(row: VoiceRow, take: Take): void {
    const now = this.#draft.state.files.get(pathOf(row))
    if (!now || !('blob' in now)) return
    this.#takes.delete(now.blob)
    this.#takes.set(now.blob, take)
    let samples = 0
    for (const [blob, { pcm }] of [...this.#takes].reverse()) {
      samples += pcm.length
      if (samples > MOST_SAMPLES) this.#takes.delete(blob)
    }
  }

  #failed = (error: unknown): void => {
    const why = error instanceof Error ? error.message : String(error)
    say({ kind: 'error', text: t('studio:voice.notKept', { why }) })
  }
}

/** Files taken at once, at most. */
const MOST_FILES = 400
/** Of those beyond, so many are named. */
const MOST_TOLD = 3

/** What is heard of a take: its part alone, evened; null if there is no voice in it. */
export function finished({ pcm, span }: Pick<Take, 'pcm' | 'span'>): Pcm | null {
  return evened(cut(pcm, span, KEPT_RATE), KEPT_RATE)?.pcm ?? null
}

function made(row: VoiceRow, take: Take): Uint8Array<ArrayBuffer> | null {
  const pcm = finished(take)
  return pcm && writeWav(pcm, KEPT_RATE, row.words)
}

const rooms = new WeakMap<Draft, VoiceRoom>()

/** The room of this draft; the same each time. */
export function voiceRoom(studio: Pick<Studio, 'draft' | 'services'>): VoiceRoom {
  const room = rooms.get(studio.draft) ?? new VoiceRoom(studio)
  rooms.set(studio.draft, room)
  return room
}

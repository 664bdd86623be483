import type { Language } from '../../core/scenario/primitives.ts'
import { t } from '../../ui/i18n/i18n.ts'
import { say } from '../../ui/messages.ts'
import type { Draft } from '../draft/draft.ts'
import { Value } from '../draft/value.ts'
import type { Studio } from '../studio.ts'
import { type Refusal, type Unpacked, unpackSound } from './decode.ts'
import { type Fresh, keepAll, pathOf, removal } from './keep.ts'
import { openMicrophone } from './microphone.ts'
import { type Named, rowNamed } from './naming.ts'
import { type Recorded, Recorder, type SeeTo } from './recorder.ts'
import { type Match, rematched } from './rematch.ts'
import type { RecordedFile, VoiceRow } from './rows.ts'
import { SignalThread } from './signal/thread.ts'
import type { Heard, Part } from './signal/work.ts'

/** A recording as it can be trimmed: all that was recorded, and which part of it is kept. */
export interface Take extends Part {
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
  /** How far the files that were dropped have been read; null: none are being read. */
  readonly reading = new Value<{ readonly done: number; readonly all: number } | null>(null)
  /** Of those that were dropped last. */
  readonly refused = new Value<readonly RefusedFile[]>([])
  readonly recorder: Recorder
  readonly #draft: Draft
  readonly #drafts: Studio['services']['drafts']
  /** By the hash of what was kept of it. */
  readonly #takes = new Map<string, Take>()
  readonly #signal = new SignalThread()
  #recording: VoiceRow | null = null
  #keeping: Promise<void> = Promise.resolve()
  #dropped = new AbortController()

  constructor({ draft, services }: Pick<Studio, 'draft' | 'services'>) {
    this.#draft = draft
    this.#drafts = services.drafts
    this.recorder = new Recorder({
      open: openMicrophone,
      onDone: (recorded, options) => {
        const row = this.#recording
        if (row) this.#keeping = this.#keepNew(row, recorded, options).catch(this.#failed)
        return this.#keeping
      },
    })
  }

  /** Records this line; what it had is replaced once the recording ends. */
  record(row: VoiceRow, device: string | null): void {
    this.#recording = row
    // the recording may be the last thing before the page goes: then each moment counts
    this.#signal.wake()
    void this.recorder.start(device)
  }

  /** A recording, to be heard and trimmed; null if it can't be read. Rejects when aborted, as `hear` does. */
  async open(file: RecordedFile, abort: AbortSignal): Promise<Take | null> {
    const known = this.#takes.get(file.blob)
    if (known) return known
    const blob = await this.#drafts.blob(file.blob)
    const unpacked = blob && (await unpackSound(blob))
    if (!unpacked?.ok) return null
    const read = await this.#signal.ask('read', unpacked.sound, { abort })
    if (!read.ok) return null
    return { pcm: read.pcm, span: { from: 0, to: read.pcm.length }, isRaw: false }
  }

  /** What is heard of a take: its part alone, evened. */
  hear = (take: Take, abort?: AbortSignal): Promise<Heard> =>
    this.#signal.ask('hear', take, abort ? { abort } : {})

  /** The panel goes away: what was being said is kept, even if the draft is closed with it. */
  leave(): void {
    const ended = this.recorder.stop().then(() => this.#keeping)
    this.#draft.expect(ended)
    void ended.finally(() => this.#signal.rest())
  }

  /** Keeps this part of a take as the line's recording, evened. */
  keep(row: VoiceRow, take: Take): void {
    const { pcm, span } = take
    this.#keeping = this.#signal
      .ask('keep', { pcm, span, words: row.words })
      .then((wav) => this.#keep(row, take, wav))
      .catch(this.#failed)
  }

  async #keepNew(row: VoiceRow, recorded: Recorded, options: SeeTo): Promise<void> {
    const { pcm, rate } = recorded
    const ask = { sound: { channels: [pcm], rate }, words: row.words }
    const made = await this.#signal.ask('make', ask, options)
    if (options.abort.aborted) return
    if (!made.ok) return this.#keep(row, null, null)
    await this.#keep(row, { pcm: made.pcm, span: made.span, isRaw: true }, made.wav)
  }

  async #keep(
    row: VoiceRow,
    take: Take | null,
    wav: Uint8Array<ArrayBuffer> | null,
  ): Promise<void> {
    const label = { zh: `录音 ${row.line}`, en: `Recording of ${row.line}` }
    if (!wav || !take) return void say({ kind: 'warn', text: t('studio:voice.unheard') })
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
    if (files.length === 0 || this.reading.get()) return
    this.#dropped = new AbortController()
    const taken = this.#take(files, row, rows, this.#dropped.signal)
      .catch(this.#failed)
      .finally(() => this.reading.set(null))
    this.#draft.expect(taken)
  }

  /** Takes none of the files that are being read. */
  dropFiles(): void {
    this.#dropped.abort()
  }

  async #take(
    files: readonly File[],
    row: VoiceRow | null,
    rows: readonly VoiceRow[],
    abort: AbortSignal,
  ): Promise<void> {
    const fresh = new Map<string, Fresh & { readonly take: Take }>()
    const refused: RefusedFile[] = []
    const all = Math.min(files.length, MOST_FILES)
    for (const [done, file] of files.slice(0, MOST_FILES).entries()) {
      this.reading.set({ done, all })
      const read = await this.#read(file, files.length === 1 ? row : null, rows, abort)
      if (typeof read === 'string') refused.push({ name: file.name.slice(0, 80), why: read })
      else fresh.set(read.row.key, read)
      abort.throwIfAborted()
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
    abort: AbortSignal,
  ): Promise<(Fresh & { readonly take: Take }) | RefusedFile['why']> {
    const lang = this.lang.get()
    const named: Named = row
      ? { ok: true, row }
      : rowNamed(file.name, rows, lang === 'both' ? null : lang)
    if (!named.ok) return named.why
    const unpacked = await unpackSound(file).catch((): Unpacked => ({ ok: false, why: 'notSound' }))
    if (!unpacked.ok) return unpacked.why
    const ask = { sound: unpacked.sound, words: named.row.words }
    const made = await this.#signal.ask('make', ask, { abort })
    if (!made.ok) return made.why
    const { pcm, span, wav } = made
    return { row: named.row, wav, take: { pcm, span, isRaw: true } }
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
    if (error instanceof DOMException && error.name === 'AbortError') return
    const why = error instanceof Error ? error.message : String(error)
    say({ kind: 'error', text: t('studio:voice.notKept', { why }) })
  }
}

/** Files taken at once, at most. */
const MOST_FILES = 400
/** Of those beyond, so many are named. */
const MOST_TOLD = 3

const rooms = new WeakMap<Draft, VoiceRoom>()

/** The room of this draft; the same each time. */
export function voiceRoom(studio: Pick<Studio, 'draft' | 'services'>): VoiceRoom {
  const room = rooms.get(studio.draft) ?? new VoiceRoom(studio)
  rooms.set(studio.draft, room)
  return room
}

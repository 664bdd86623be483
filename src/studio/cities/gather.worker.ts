/** Reads files from outside beside the page: they are large, and nobody knows what is in them. */
import { pinyin } from 'pinyin-pro'
import { gatherCity } from '../../core/city/gather.ts'
import type { ImportFile } from '../../core/city/gatherFiles.ts'
import { romanised } from './romanise.ts'

interface Question {
  readonly files: readonly ImportFile[]
  readonly taken: readonly string[]
  readonly partners: unknown
}

globalThis.onmessage = ({ data }: MessageEvent<Question>) => {
  const { files, taken, partners } = data
  const syllables = (zh: string) => pinyin(zh, { toneType: 'none', type: 'array' })
  postMessage(gatherCity(files, { taken, partners, romanise: (zh) => romanised(zh, syllables) }))
}

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { type CityTexts, textsIn } from '../../core/city/texts.ts'
import { StorageError } from '../../storage/ports.ts'
import type { Services } from '../../ui/services.ts'
import { openDisk } from '../disk/openDisk.ts'
import { Draft } from '../draft/draft.ts'
import { cityDifference } from '../versions/difference.ts'
import type { Workroom } from '../workroom.ts'
import { isCity, namesIn, shippedCities, shippedTexts } from './own.ts'

/** A city that is shown: one that came with the program, or one's own, open for changes. */
export type OpenCity =
  | { readonly kind: 'opening' }
  | { readonly kind: 'shipped'; readonly id: string; readonly texts: CityTexts }
  | { readonly kind: 'own'; readonly room: Workroom }
  | { readonly kind: 'missing' }
  /** Another tab has it. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly why: string }

/** Opens a city for as long as the page is shown. `id`: a shipped city's, or a draft's. */
export function useOpenCity(
  services: Services,
  id: string,
): { readonly city: OpenCity; readonly retry: () => void } {
  const { content, drafts, now } = services
  const [city, setCity] = useState<OpenCity>({ kind: 'opening' })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let gone = tries < 0
    let close: (() => void) | null = null
    setCity({ kind: 'opening' })
    const show = async (): Promise<OpenCity> => {
      if (shippedCities(content).includes(id))
        return { kind: 'shipped', id, texts: await shippedTexts(content, id) }
      const opened = await drafts.open(id)
      const draft = new Draft(opened, drafts, now)
      if (gone || !isCity(opened.info)) {
        await draft.close()
        return { kind: 'missing' }
      }
      const { disk, close: closeDisk } = openDisk(draft, services)
      close = () => {
        closeDisk()
        void draft.close()
      }
      return { kind: 'own', room: { services, draft, disk, compare: cityDifference } }
    }
    show().then(
      (shown) => !gone && setCity(shown),
      (error: unknown) => !gone && setCity(whyNot(error)),
    )
    return () => {
      gone = true
      close?.()
    }
  }, [services, content, drafts, now, id, tries])
  return { city, retry: useCallback(() => setTries((n) => n + 1), []) }
}

function whyNot(error: unknown): OpenCity {
  if (error instanceof StorageError && error.problem.kind === 'missing') return { kind: 'missing' }
  if (error instanceof StorageError && error.problem.kind === 'second-tab') return { kind: 'busy' }
  return { kind: 'failed', why: error instanceof Error ? error.message : String(error) }
}

const known = new WeakMap<object, CityTexts>()

/** The texts of a draft as they stand: the same object until a file changes. */
export function useTexts(draft: Draft | null, shipped: CityTexts): CityTexts {
  const never = useCallback(() => () => {}, [])
  return useSyncExternalStore(draft ? draft.subscribe : never, () => {
    if (!draft) return shipped
    const { files } = draft.state
    const texts = known.get(files) ?? textsIn(files)
    known.set(files, texts)
    return texts
  })
}

/** Lists name a city as its own file does: `name` after each change. */
export function keepNamed(draft: Draft, texts: CityTexts): void {
  const { name, title } = namesIn(texts)
  const { info } = draft.state
  if (name === '' || (info.title.zh === title.zh && info.title.en === title.en)) return
  draft.rename({ name: info.name, title })
}

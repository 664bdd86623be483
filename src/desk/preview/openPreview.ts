import { type CityTexts, textsIn } from '../../core/city/texts.ts'
import { textOf } from '../../core/files/files.ts'
import { sha256 } from '../../core/scenario/hash.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import type { FileFault } from '../../ui/library/fault.ts'
import { voiceAddresses, withDraft } from '../../ui/library/published.ts'
import type { Services } from '../../ui/services.ts'

/** A draft that can be tried: its text as it was when it was opened, and services that keep nothing. */
export interface Preview {
  readonly scenario: Scenario
  readonly hash: string
  readonly services: Services
}

export type OpenedPreview =
  | { readonly kind: 'open'; readonly preview: Preview }
  | { readonly kind: 'missing' }
  /** The text can't be read as a scenario. */
  | { readonly kind: 'broken'; readonly faults: readonly FileFault[] }

/**
 * Opens a draft to be tried on the desk, errors or not, as long as it can be read. Attempts go to a store of their own that
 * is gone with the page. Rejects with a StorageError if the draft can't be fetched.
 */
export async function openPreview(services: Services, draft: string): Promise<OpenedPreview> {
  const read = await services.drafts.read(draft)
  if (!read) return { kind: 'missing' }
  const text = textOf(read.files, 'scenario.yaml')
  const parsed = parseScenario(text)
  if (!parsed.ok)
    return {
      kind: 'broken',
      faults: parsed.diagnostics.map((one) => ({ ...one, file: 'scenario.yaml' })),
    }
  const { scenario } = parsed
  const hash = sha256(text)
  const voices = await voiceAddresses(scenario.id, read.files, services.drafts)
  const city = await ownCity(services, scenario.city)
  const content = withDraft(services.content, { id: scenario.id, text, hash, city, voices })
  return {
    kind: 'open',
    preview: { scenario, hash, services: { ...services, content, store: services.passing() } },
  }
}

/** A city that was made in the studio, as it stands there; null if there is none, or one that came with the program. */
async function ownCity(
  { drafts, content }: Pick<Services, 'drafts' | 'content'>,
  id: string,
): Promise<CityTexts | null> {
  if (content.paths().includes(`cities/${id}/city.json`)) return null
  const info = (await drafts.list()).find(
    ({ kind, name, removed }) => kind === 'city' && name === id && !removed,
  )
  const read = info && (await drafts.read(info.id))
  return read ? textsIn(read.files) : null
}

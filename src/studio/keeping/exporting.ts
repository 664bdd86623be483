import { bundleText, textsIn } from '../../core/city/texts.ts'
import type { DraftInfo } from '../../storage/drafts/ports.ts'
import { download } from '../../ui/download.ts'
import { t } from '../../ui/i18n/i18n.ts'
import { say } from '../../ui/messages.ts'
import type { Services } from '../../ui/services.ts'
import { reasonOf } from './reason.ts'

/** Offers a city as one GeoJSON file, as it stands in storage. What goes wrong is told on the screen. */
export async function saveCity(
  { drafts }: Pick<Services, 'drafts'>,
  { id, name }: DraftInfo,
): Promise<void> {
  try {
    const read = await drafts.read(id)
    if (read) download(`${name}.geojson`, bundleText(textsIn(read.files)), 'application/geo+json')
  } catch (error) {
    say({ kind: 'error', text: t('studio:keeping.notExported', { why: reasonOf(error) }) })
  }
}

/** Offers these drafts as one zip with all their files, as they stand in storage. What goes wrong is told on the screen. */
export async function saveDrafts(
  { drafts }: Pick<Services, 'drafts'>,
  infos: readonly DraftInfo[],
): Promise<void> {
  try {
    const { exportDrafts } = await import('../shelf/shelf.ts')
    const bytes = await exportDrafts(drafts, infos)
    const name = infos.length === 1 ? (infos[0]?.name ?? 'draft') : 'first-ring-drafts'
    download(`${name}.zip`, bytes, 'application/zip')
  } catch (error) {
    say({ kind: 'error', text: t('studio:keeping.notExported', { why: reasonOf(error) }) })
  }
}

/** The same with every draft that was not thrown away, cities too. */
export async function saveAll(services: Pick<Services, 'drafts'>): Promise<void> {
  try {
    const all = await services.drafts.list()
    await saveDrafts(
      services,
      all.filter(({ removed }) => !removed),
    )
  } catch (error) {
    say({ kind: 'error', text: t('studio:keeping.notExported', { why: reasonOf(error) }) })
  }
}

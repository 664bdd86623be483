import { useEffect, useState } from 'react'
import type { DraftInfo } from '../../storage/drafts/ports.ts'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import type { PageProps } from '../../ui/services.ts'
import { SCENARIO_FILE } from '../draft/draft.ts'

/** `/studio`: the drafts of this browser, and where new ones begin. */
export function ShelfPage({ services, navigate }: PageProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const [drafts, setDrafts] = useState<readonly DraftInfo[] | null>(null)
  useEffect(() => {
    void services.drafts.list().then(setDrafts)
  }, [services])
  const shipped = services.content
    .paths()
    .flatMap((path) => /^([a-z][a-z0-9-]*)\/scenario\.yaml$/.exec(path)?.[1] ?? [])
  const copy = async (name: string) => {
    const text = await services.content.read(`${name}/scenario.yaml`)
    const id = services.drafts.newId()
    await services.drafts.create(
      { id, kind: 'scenario', origin: { from: 'copy', of: name }, createdAt: services.now() },
      { name, title: { zh: name, en: name } },
      new Map([[SCENARIO_FILE, { text }]]),
    )
    navigate(`/studio/${id}`)
  }
  return (
    <AppShell title={t('title')} theme="day">
      <h1>{t('title')}</h1>
      <ul>
        {shipped.map((name) => (
          <li key={name}>
            <Button onClick={() => void copy(name)}>{name}</Button>
          </li>
        ))}
      </ul>
      <ul>
        {(drafts ?? []).map((draft) => (
          <li key={draft.id}>
            <Button onClick={() => navigate(`/studio/${draft.id}`)}>{draft.title[lang]}</Button>
          </li>
        ))}
      </ul>
    </AppShell>
  )
}

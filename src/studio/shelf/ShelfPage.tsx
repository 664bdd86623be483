import { type DragEvent, lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { TEMPLATES } from '../../core/scenario/fromTemplate.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { DraftInfo, PublishedRow } from '../../storage/drafts/ports.ts'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { say } from '../../ui/messages.ts'
import type { PageProps } from '../../ui/services.ts'
import { useCityChoice } from '../cities/ClashDialog.tsx'
import { isCity } from '../cities/own.ts'
import { useValue } from '../draft/value.ts'
import { GuideButton } from '../guide/GuideButton.tsx'
import { guideMemory, remember } from '../guide/memory.ts'
import { saveAll, saveDrafts } from '../keeping/exporting.ts'
import { KeepingBar } from '../keeping/KeepingBar.tsx'
import { CallList } from './CallList.tsx'
import { DraftTable } from './DraftTable.tsx'
import styles from './Shelf.module.css'
import {
  type Begun,
  beginAsAnother,
  beginFromCall,
  beginFromFile,
  beginFromTemplate,
  type CallThere,
  callsThere,
} from './shelf.ts'

/** Read when it is first opened. */
const ShelfGuide = lazy(() =>
  import('../guide/ShelfGuide.tsx').then((part) => ({ default: part.ShelfGuide })),
)

interface Loaded {
  readonly drafts: readonly DraftInfo[]
  /** Is there a city of one's own? */
  readonly hasCity: boolean
  readonly published: readonly PublishedRow[]
  readonly calls: readonly CallThere[]
}

/** `/studio`: the drafts of this browser, and where new ones begin. */
export function ShelfPage({ services, navigate }: PageProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [isOver, setOver] = useState(false)
  const { isOpen: isGuided } = useValue(guideMemory)
  const { ask, dialog } = useCityChoice()
  const picker = useRef<HTMLInputElement>(null)
  const reload = useCallback(async () => {
    const [all, published] = await Promise.all([
      services.drafts.list(),
      services.publications.publications(),
    ])
    const calls = await callsThere(services.content, published)
    // cities have a page of their own
    setLoaded({
      drafts: all.filter((one) => !isCity(one)),
      hasCity: all.some((one) => isCity(one) && !one.removed),
      published,
      calls,
    })
  }, [services])
  useEffect(() => {
    reload().catch(tell)
    return services.publications.onPublished(() => void reload().catch(tell))
  }, [reload, services.publications])

  const open = (id: string) => navigate(`/studio/${id}`)
  const begin = (made: Promise<string>) => void made.then(open, tell)
  const take = async (files: Iterable<File>) => {
    for (const file of files) {
      const done: Begun = await beginFromFile(services, file, ask)
      if (!done.ok) {
        if (done.why) refuse(file.name, done.why[lang])
        continue
      }
      const { ids, cities } = done
      if (cities > 0 && ids.length === 0)
        say({ kind: 'done', text: t('shelf.importedCities', { cities }) })
      else if (cities > 0)
        say({ kind: 'done', text: t('shelf.importedBoth', { n: ids.length, cities }) })
      else if (ids.length > 1) say({ kind: 'done', text: t('shelf.imported', { n: ids.length }) })
      if (ids.length === 1 && ids[0] !== undefined) open(ids[0])
    }
    await reload()
  }
  const refuse = (name: string, why: string) =>
    say({ kind: 'warn', sticky: true, text: t('shelf.refused', { name, why }) })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files).catch(tell)
  }
  const { published = [], calls = [] } = loaded ?? {}
  const drafts = loaded?.drafts.filter(({ removed }) => !removed) ?? []
  const removed = loaded?.drafts.filter((one) => one.removed) ?? []
  return (
    <AppShell
      title={t('title')}
      theme="day"
      start={<h1 className={styles.room}>{t('studio')}</h1>}
      end={
        <>
          <GuideButton />
          <Button data-place="cities" onClick={() => navigate('/studio/cities')}>
            {t('cities.open')}
          </Button>
          <Button onClick={() => navigate('/')}>{t('shelf.desk')}</Button>
        </>
      }
    >
      <section
        className={styles.page}
        aria-label={t('title')}
        data-over={isOver || undefined}
        data-guided={isGuided || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <KeepingBar services={services} />
        <Panel
          className={styles.drafts}
          title={t('shelf.drafts')}
          aside={
            <span className={styles.tools}>
              <Button onClick={() => picker.current?.click()}>
                <Icon name="import" /> {t('shelf.import')}
              </Button>
              <Button
                disabled={drafts.length === 0 && !loaded?.hasCity}
                onClick={() => void saveAll(services)}
              >
                <Icon name="export" /> {t('shelf.exportAll')}
              </Button>
              <input
                ref={picker}
                type="file"
                accept=".zip,.yaml,.yml"
                multiple
                hidden
                onChange={({ target }) => {
                  void take([...(target.files ?? [])]).catch(tell)
                  target.value = ''
                }}
              />
            </span>
          }
        >
          {loaded === null ? (
            <p role="status" data-opening className={styles.empty}>
              {t('opening')}
            </p>
          ) : drafts.length === 0 ? (
            <div className={styles.empty}>
              <p>{t('shelf.none')}</p>
              {!isGuided && (
                <p className={styles.first}>
                  {t('guide.first')}
                  <Button look="primary" onClick={() => remember({ isOpen: true, page: 'steps' })}>
                    {t('guide.begin')}
                  </Button>
                </p>
              )}
            </div>
          ) : (
            <DraftTable
              drafts={drafts}
              published={loaded.published}
              now={services.now()}
              onOpen={open}
              onExport={(one) => void saveDrafts(services, [one])}
              onRemove={(one) => void services.drafts.remove(one.id).then(reload, tell)}
            />
          )}
          {removed.length > 0 && (
            <details className={styles.removed}>
              <summary>{t('shelf.removed', { n: removed.length })}</summary>
              <ul>
                {removed.map((one) => (
                  <li key={one.id}>
                    <span>
                      {one.title[lang]} · {one.name}
                    </span>
                    <Button
                      onClick={() => void services.drafts.bringBack(one.id).then(reload, tell)}
                    >
                      {t('shelf.bringBack')}
                    </Button>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </Panel>
        <div className={styles.side}>
          <Panel title={t('shelf.newFrom')} data-place="templates">
            <ul className={`${styles.list} ${styles.templates}`}>
              {TEMPLATES.map(({ id, name, about }) => (
                <li key={id}>
                  <Choice
                    name={name}
                    about={about}
                    onPick={() => begin(beginFromTemplate(services, id, loaded?.drafts ?? []))}
                  />
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('shelf.copyOf')}>
            <CallList
              calls={calls}
              onChange={(call) => begin(beginFromCall(services, call, published))}
              onCopy={(call) =>
                begin(beginAsAnother(services, call, published, loaded?.drafts ?? []))
              }
            />
          </Panel>
        </div>
        {isGuided && (
          <div className={styles.guide}>
            <Suspense>
              <ShelfGuide onDesk={() => navigate('/')} />
            </Suspense>
          </div>
        )}
      </section>
      {dialog}
    </AppShell>
  )
}

function Choice({
  name,
  about,
  onPick,
}: {
  readonly name: Text
  readonly about: Text
  readonly onPick: () => void
}) {
  const lang = useLanguage()
  return (
    <button type="button" className={styles.choice} onClick={onPick}>
      <b>{name[lang]}</b>
      <span>{about[lang]}</span>
    </button>
  )
}

function tell(error: unknown): void {
  say({ kind: 'error', text: error instanceof Error ? error.message : String(error) })
}

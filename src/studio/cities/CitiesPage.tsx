import { type DragEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { Text } from '../../core/scenario/primitives.ts'
import type { DraftInfo } from '../../storage/drafts/ports.ts'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import type { PageProps } from '../../ui/services.ts'
import { saveCity } from '../keeping/exporting.ts'
import shelf from '../shelf/Shelf.module.css'
import { whenOf } from '../when.ts'
import styles from './City.module.css'
import { copyCity, tellFailed } from './cities.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { isCity, namesIn, shippedCities, shippedTexts } from './own.ts'

interface Shipped {
  readonly id: string
  readonly name: Text
}

/** `/studio/cities`: the cities that scenarios may play in, and where new ones come from. */
export function CitiesPage({ services, navigate }: PageProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { drafts, content } = services
  const [all, setAll] = useState<readonly DraftInfo[] | null>(null)
  const [shipped, setShipped] = useState<readonly Shipped[]>([])
  const [files, setFiles] = useState<readonly File[] | null>(null)
  const [isOver, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const reload = useCallback(
    () => drafts.list().then((list) => setAll(list.filter(isCity)), tellFailed),
    [drafts],
  )
  useEffect(() => {
    void reload()
    let current = true
    const read = async (id: string): Promise<Shipped> => ({
      id,
      name: namesIn(await shippedTexts(content, id)).title,
    })
    Promise.all(shippedCities(content).map(read)).then(
      (list) => current && setShipped(list),
      tellFailed,
    )
    return () => {
      current = false
    }
  }, [reload, content])
  const open = (id: string) => navigate(`/studio/cities/${id}`)
  const close = useCallback(() => setFiles(null), [])
  const copy = (id: string) =>
    void shippedTexts(content, id)
      .then((texts) => copyCity(services, texts))
      .then((path) => path && navigate(path), tellFailed)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (event.dataTransfer.files.length > 0) setFiles([...event.dataTransfer.files])
  }
  const own = all?.filter(({ removed }) => !removed) ?? []
  const removed = all?.filter((one) => one.removed) ?? []
  return (
    <AppShell
      title={t('cities.title')}
      theme="day"
      start={
        <>
          <Button className={styles.room} onClick={() => navigate('/studio')}>
            {t('studio')}
          </Button>
          <h1 className={styles.title}>{t('cities.open')}</h1>
        </>
      }
    >
      <section
        className={styles.cities}
        aria-label={t('cities.title')}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className={styles.about}>{t('cities.about')}</p>
        <Panel
          className={styles.own}
          title={t('cities.own')}
          aside={
            <>
              <Button onClick={() => picker.current?.click()}>
                <Icon name="import" /> {t('cities.import')}
              </Button>
              <input
                ref={picker}
                type="file"
                accept=".geojson,.json,application/geo+json,application/json"
                multiple
                hidden
                onChange={({ target }) => {
                  const chosen = [...(target.files ?? [])]
                  target.value = ''
                  if (chosen.length > 0) setFiles(chosen)
                }}
              />
            </>
          }
        >
          {all === null ? (
            <p role="status" data-opening className={shelf.empty}>
              {t('opening')}
            </p>
          ) : own.length === 0 ? (
            <p className={shelf.empty}>{t('cities.none')}</p>
          ) : (
            <table className={shelf.table}>
              <thead>
                <tr>
                  <th scope="col">{t('cities.name')}</th>
                  <th scope="col">{t('cities.id')}</th>
                  <th scope="col">{t('cities.changed')}</th>
                  <th scope="col">
                    <VisuallyHidden>{t('cities.tools')}</VisuallyHidden>
                  </th>
                </tr>
              </thead>
              <tbody>
                {own.map((info) => (
                  <tr key={info.id}>
                    <th scope="row">
                      <button type="button" className={shelf.open} onClick={() => open(info.id)}>
                        {info.title[lang]}
                      </button>
                    </th>
                    <td>{info.name}</td>
                    <td>{whenOf(info.changedAt, lang)}</td>
                    <td className={shelf.tools}>
                      <Button
                        look="quiet"
                        square
                        aria-label={`${t('cities.export')} ${info.title[lang]}`}
                        title={t('cities.export')}
                        onClick={() => void saveCity(services, info)}
                      >
                        <Icon name="export" />
                      </Button>
                      <Button
                        look="quiet"
                        square
                        aria-label={t('cities.remove', { name: info.title[lang] })}
                        title={t('cities.remove', { name: info.title[lang] })}
                        onClick={() => void drafts.remove(info.id).then(reload, tellFailed)}
                      >
                        <Icon name="close" />
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {removed.length > 0 && (
            <details className={shelf.removed}>
              <summary>{t('cities.removed', { n: removed.length })}</summary>
              <ul>
                {removed.map((info) => (
                  <li key={info.id}>
                    <span>
                      {info.title[lang]} · {info.name}
                    </span>
                    <Button onClick={() => void drafts.bringBack(info.id).then(reload, tellFailed)}>
                      {t('shelf.bringBack')}
                    </Button>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </Panel>
        <Panel title={t('cities.shipped')}>
          <ul className={styles.shipped}>
            {shipped.map(({ id, name }) => (
              <li key={id}>
                <b>{name[lang]}</b> <span>{id}</span>
                <Button onClick={() => open(id)}>{t('cities.show')}</Button>
                <Button
                  aria-label={t('cities.copyOf', { name: name[lang] })}
                  onClick={() => copy(id)}
                >
                  {t('cities.copy')}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      </section>
      {files && <ImportDialog services={services} files={files} onClose={close} onTaken={open} />}
    </AppShell>
  )
}

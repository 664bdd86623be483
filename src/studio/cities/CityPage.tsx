import { useEffect, useState } from 'react'
import { bundleText, type CityTexts } from '../../core/city/texts.ts'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { download } from '../../ui/download.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import type { PageProps } from '../../ui/services.ts'
import type { Draft } from '../draft/draft.ts'
import { KeepingMark } from '../keeping/KeepingMark.tsx'
import { Notice } from '../Notice.tsx'
import { WorkroomContext } from '../workroom.ts'
import styles from './City.module.css'
import { CityAbout } from './CityAbout.tsx'
import { CityMap } from './CityMap.tsx'
import { CityPanels } from './CityPanels.tsx'
import { CityProblems } from './CityProblems.tsx'
import { CityTurns } from './CityTurns.tsx'
import { copyCity } from './cities.ts'
import { CityContext, useCityDesk } from './desk.ts'
import { namesIn } from './own.ts'
import { PlaceForm } from './PlaceForm.tsx'
import { PlaceList } from './PlaceList.tsx'
import { UnitForm } from './UnitForm.tsx'
import { useDesk } from './useCityDesk.ts'
import { useMentions } from './useMentions.ts'
import { keepNamed, useOpenCity, useTexts } from './useOpenCity.ts'

const NOTHING: CityTexts = {
  city: '',
  districts: '',
  roads: '',
  water: '',
  land: '',
  landmarks: '',
  stations: '',
}

/** `/studio/cities/:cityId`: a city on its map. */
export function CityPage(props: PageProps) {
  const t = useT('studio')
  const { city, retry } = useOpenCity(props.services, props.params.cityId ?? '')
  const back = () => props.navigate('/studio/cities')
  switch (city.kind) {
    case 'own':
      return (
        <WorkroomContext value={city.room}>
          <OpenPage {...props} draft={city.room.draft} shipped={NOTHING} />
        </WorkroomContext>
      )
    case 'shipped':
      return <OpenPage {...props} draft={null} shipped={city.texts} />
    case 'missing':
      return <Notice title={t('missingTitle')} text={t('cities.missingText')} onShelf={back} />
    case 'busy':
      return <Notice title={t('busyTitle')} text={t('busyText')} onShelf={back} onRetry={retry} />
    case 'failed':
      return (
        <Notice
          title={t('failedTitle')}
          text={t('failedText', { why: city.why })}
          onShelf={back}
          onRetry={retry}
        />
      )
    case 'opening':
      return (
        <AppShell title={t('cities.title')} theme="day">
          <p role="status" data-opening>
            {t('opening')}
          </p>
        </AppShell>
      )
  }
}

interface OpenPageProps extends PageProps {
  /** Null for a city that came with the program. */
  readonly draft: Draft | null
  readonly shipped: CityTexts
}

function OpenPage({ services, navigate, draft, shipped }: OpenPageProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const texts = useTexts(draft, shipped)
  const { name, title } = namesIn(texts)
  const mentions = useMentions(services, draft ? name : '')
  const desk = useDesk(texts, draft, mentions)
  useEffect(() => {
    if (draft) keepNamed(draft, texts)
  }, [draft, texts])
  return (
    <AppShell
      title={title[lang]}
      theme="day"
      start={
        <>
          <Button
            className={styles.room}
            onClick={() => navigate('/studio/cities')}
            title={t('cities.back')}
          >
            {t('cities.title')}
          </Button>
          <h1 className={styles.title}>{title[lang]}</h1>
          <span className={styles.name}>{name}</span>
          {draft ? (
            <>
              <KeepingMark />
              <CityTurns draft={draft} />
            </>
          ) : (
            <span className={styles.name}>
              <Icon name="lock" /> {t('cities.readOnly')}
            </span>
          )}
        </>
      }
      end={
        <>
          <Button
            onClick={() => download(`${name}.geojson`, bundleText(texts), 'application/geo+json')}
          >
            <Icon name="export" /> {t('cities.export')}
          </Button>
          {!draft && (
            <Button
              look="primary"
              onClick={() => void copyCity(services, texts).then((id) => id && navigate(id))}
            >
              {t('cities.copy')}
            </Button>
          )}
        </>
      }
    >
      {desk ? (
        <CityContext value={desk}>
          <Bench />
        </CityContext>
      ) : (
        <p className={styles.broken} role="alert">
          {t('cities.broken')}
        </p>
      )}
    </AppShell>
  )
}

function Bench() {
  const t = useT('studio')
  const { chosen, unit, canEdit } = useCityDesk()
  const [tall, setTall] = useState(false)
  return (
    <div className={styles.bench} data-tall={tall || undefined}>
      <nav className={styles.outline} aria-label={t('cities.gazetteer')}>
        <PlaceList />
      </nav>
      <section className={styles.centre} aria-label={t('cities.gazetteer')}>
        <CityMap />
      </section>
      <aside className={styles.inspector} aria-label={t('cities.chosen')}>
        {chosen && unit !== null ? (
          <UnitForm key={`${chosen.index} ${unit}`} station={chosen} index={unit} />
        ) : chosen ? (
          <PlaceForm key={`${chosen.layer} ${chosen.index}`} feature={chosen} />
        ) : (
          <CityAbout />
        )}
      </aside>
      <section className={styles.below} aria-label={canEdit ? t('more') : t('cities.problems')}>
        {canEdit ? <CityPanels tall={tall} onTall={setTall} /> : <CityProblems />}
      </section>
    </div>
  )
}

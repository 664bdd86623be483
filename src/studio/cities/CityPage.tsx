import { useEffect, useMemo } from 'react'
import { bundleText, type CityTexts } from '../../core/city/texts.ts'
import { type Action, useActions } from '../../ui/actions.ts'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { download } from '../../ui/download.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import type { PageProps } from '../../ui/services.ts'
import type { Draft } from '../draft/draft.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { Notice } from '../Notice.tsx'
import { SavedMark } from '../workbench/SavedMark.tsx'
import styles from './City.module.css'
import { CityAbout } from './CityAbout.tsx'
import { CityMap } from './CityMap.tsx'
import { CityProblems } from './CityProblems.tsx'
import { copyCity } from './cities.ts'
import { CityContext, useCityDesk } from './desk.ts'
import { namesIn } from './own.ts'
import { PlaceForm } from './PlaceForm.tsx'
import { PlaceList } from './PlaceList.tsx'
import { useDesk } from './useCityDesk.ts'
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
      return <OpenPage {...props} draft={city.draft} shipped={NOTHING} />
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
  const desk = useDesk(texts, draft)
  const { name, title } = namesIn(texts)
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
              <SavedMark draft={draft} now={services.now} />
              <Turns draft={draft} />
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
  const { chosen } = useCityDesk()
  return (
    <div className={styles.bench}>
      <nav className={styles.outline} aria-label={t('cities.gazetteer')}>
        <PlaceList />
      </nav>
      <section className={styles.centre} aria-label={t('cities.gazetteer')}>
        <CityMap />
      </section>
      <aside className={styles.inspector} aria-label={t('cities.chosen')}>
        {chosen ? (
          <PlaceForm key={`${chosen.layer} ${chosen.index}`} feature={chosen} />
        ) : (
          <CityAbout />
        )}
      </aside>
      <section className={styles.below} aria-label={t('cities.problems')}>
        <CityProblems />
      </section>
    </div>
  )
}

function Turns({ draft }: { readonly draft: Draft }) {
  const lang = useLanguage()
  const undo = useDraftPart(draft, (state) => state.undo)
  const redo = useDraftPart(draft, (state) => state.redo)
  const actions = useMemo(
    (): { readonly undo: Action; readonly redo: Action } => ({
      undo: {
        id: 'cities.undo',
        group: 'studio:groupEdit',
        label: undo ? 'studio:undoWhat' : 'studio:undo',
        labelValues: undo ? { what: undo[lang] } : {},
        keys: ['Mod+Z'],
        whileTyping: true,
        when: () => draft.state.undo !== null,
        perform: () => turn(draft.undo),
      },
      redo: {
        id: 'cities.redo',
        group: 'studio:groupEdit',
        label: redo ? 'studio:redoWhat' : 'studio:redo',
        labelValues: redo ? { what: redo[lang] } : {},
        keys: ['Mod+Shift+Z', 'Mod+Y'],
        whileTyping: true,
        when: () => draft.state.redo !== null,
        perform: () => turn(draft.redo),
      },
    }),
    [draft, undo, redo, lang],
  )
  useActions(useMemo(() => [actions.undo, actions.redo], [actions]))
  return (
    <span className={styles.turns}>
      <ActionButton action={actions.undo} look="quiet" square bare>
        <Icon name="undo" size={16} />
      </ActionButton>
      <ActionButton action={actions.redo} look="quiet" square bare>
        <Icon name="redo" size={16} />
      </ActionButton>
    </span>
  )
}

/** A field that is being typed in shows what was typed: it lets go first. */
function turn(take: () => void): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  take()
}

import { type ReactNode, useEffect, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import { useValue } from '../draft/value.ts'
import { ChapterDrawing } from './ChapterDrawing.tsx'
import { CHAPTERS, type ChapterId } from './chapters.ts'
import styles from './Guide.module.css'
import { guideMemory, remember } from './memory.ts'
import { isOnShelf, PLACE_OF, type Place } from './places.ts'
import { STEPS, type StepId } from './progress.ts'
import { pointedAt, Spotlight } from './Spotlight.tsx'
import { StepDrawing } from './StepDrawing.tsx'

export interface GuidePanelProps {
  /** The steps that are done. */
  readonly done: readonly StepId[]
  /** Can this page show that place? */
  readonly canShow: (place: Place) => boolean
  /** Brings a place onto the screen; returns its selector. */
  readonly onShow: (place: Place) => string
  /** Back to the desk. */
  readonly onDesk: () => void
}

/** The guide beside the work: a first call step by step, and chapters to look things up in. */
export function GuidePanel({ done, canShow, onShow, onDesk }: GuidePanelProps) {
  const t = useT('studio')
  const { page } = useValue(guideMemory)
  const pointed = useValue(pointedAt)
  useEffect(() => () => pointedAt.set(null), [])
  const show = (place: Place) => pointedAt.set({ selector: onShow(place) })
  return (
    <aside className={styles.guide} aria-label={t('guide.title')}>
      <header className={styles.head}>
        <Segmented
          label={t('guide.pages')}
          value={page}
          onChange={(next) => remember({ page: next })}
          options={[
            { value: 'steps', label: t('guide.steps') },
            { value: 'reference', label: t('guide.reference') },
          ]}
        />
        <Button
          look="quiet"
          square
          aria-label={t('guide.close')}
          title={t('guide.close')}
          onClick={() => remember({ isOpen: false })}
        >
          <Icon name="close" />
        </Button>
      </header>
      {page === 'steps' ? (
        <Steps done={done} canShow={canShow} onShow={show} onDesk={onDesk} />
      ) : (
        <Chapters canShow={canShow} onShow={show} />
      )}
      {pointed && <Spotlight key={pointed.selector} selector={pointed.selector} />}
    </aside>
  )
}

interface ListProps {
  readonly canShow: GuidePanelProps['canShow']
  readonly onShow: (place: Place) => void
}

function Steps({ done, canShow, onShow, onDesk }: ListProps & Omit<GuidePanelProps, 'onShow'>) {
  const t = useT('studio')
  const [chosen, setChosen] = useState<StepId | 'none' | null>(null)
  const count = done.length
  // what was just done leads on to what is next
  useEffect(() => {
    if (count >= 0) setChosen(null)
  }, [count])
  const next = STEPS.find((step) => !done.includes(step)) ?? null
  const open = chosen ?? next
  return (
    <>
      <p className={styles.progress} role="status">
        {t('guide.progress', { done: count, all: STEPS.length })}
        <i aria-hidden="true">
          <b style={{ width: `${(count * 100) / STEPS.length}%` }} />
        </i>
      </p>
      <ol className={styles.list}>
        {STEPS.map((step, index) => (
          <Entry
            key={step}
            title={t(`guide.step.${step}.title`)}
            text={t(`guide.step.${step}.text`)}
            number={index + 1}
            isDone={done.includes(step)}
            isOpen={open === step}
            onToggle={() => setChosen(open === step ? 'none' : step)}
            drawing={<StepDrawing step={step} />}
            place={PLACE_OF[step]}
            canShow={canShow}
            onShow={onShow}
          />
        ))}
      </ol>
      {next === null && (
        <div className={styles.finished}>
          <p>{t('guide.finished')}</p>
          <Button onClick={onDesk}>{t('shelf.desk')}</Button>
        </div>
      )}
    </>
  )
}

function Chapters({ canShow, onShow }: ListProps) {
  const t = useT('studio')
  const [open, setOpen] = useState<ChapterId | null>('moods')
  return (
    <ul className={styles.list}>
      {CHAPTERS.map(({ id, place }) => (
        <Entry
          key={id}
          title={t(`guide.chapter.${id}.title`)}
          text={t(`guide.chapter.${id}.text`)}
          isOpen={open === id}
          onToggle={() => setOpen(open === id ? null : id)}
          drawing={<ChapterDrawing chapter={id} />}
          place={place}
          canShow={canShow}
          onShow={onShow}
        />
      ))}
    </ul>
  )
}

interface EntryProps extends ListProps {
  readonly title: string
  readonly text: string
  /** Of a step; chapters have none. */
  readonly number?: number
  readonly isDone?: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly drawing: ReactNode
  readonly place: Place
}

/** A step or a chapter: its title, and once opened its drawing and words. */
function Entry(props: EntryProps) {
  const { title, text, number, isDone = false, isOpen, onToggle, drawing, place } = props
  const t = useT('studio')
  return (
    <li className={styles.entry} data-open={isOpen || undefined} data-done={isDone || undefined}>
      <button type="button" className={styles.title} aria-expanded={isOpen} onClick={onToggle}>
        {number !== undefined && (
          <span className={styles.mark}>
            {isDone ? <Icon name="check" size={12} /> : <span aria-hidden="true">{number}</span>}
            <VisuallyHidden>{isDone ? t('guide.done') : t('guide.todo')}</VisuallyHidden>
          </span>
        )}
        <span>{title}</span>
        <Icon name={isOpen ? 'down' : 'next'} size={12} />
      </button>
      {isOpen && (
        <div className={styles.body}>
          {drawing}
          <p>{text}</p>
          {props.canShow(place) ? (
            <Button onClick={() => props.onShow(place)}>
              <Icon name="locate" size={12} /> {t('guide.show')}
            </Button>
          ) : (
            <p className={styles.later}>{t(isOnShelf(place) ? 'guide.onShelf' : 'guide.later')}</p>
          )}
        </div>
      )}
    </li>
  )
}

import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { useT } from '../../ui/i18n/i18n.ts'
import type { KeyOf } from '../../ui/i18n/keys.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import type { PageProps } from '../../ui/services.ts'
import { bookOf } from '../book/book.ts'
import { ReviewContext, useReview } from '../book/useBook.ts'
import { PaperPlace } from '../table/PaperTable.tsx'
import { FilterBar, type FilterPart } from './FilterBar.tsx'
import { OutButtons, type OutTable } from './OutButtons.tsx'
import styles from './ReviewFrame.module.css'

export type PageId = 'cohort' | 'trainee' | 'scenario' | 'attempt' | 'quality' | 'data'

const TABS: readonly {
  readonly id: PageId
  readonly to: string
  readonly label: KeyOf<'review'>
}[] = [
  { id: 'cohort', to: '/review', label: 'nav.cohort' },
  { id: 'trainee', to: '/review/trainees', label: 'nav.trainee' },
  { id: 'scenario', to: '/review/scenarios', label: 'nav.scenario' },
  { id: 'attempt', to: '/review/attempts', label: 'nav.attempt' },
  { id: 'quality', to: '/review/quality', label: 'nav.quality' },
  { id: 'data', to: '/review/data', label: 'nav.data' },
]

interface FrameProps {
  readonly page: PageId
  /** Which filters the page heeds. */
  readonly filters?: readonly FilterPart[]
  /** Tables that can be taken out as files. */
  readonly tables?: readonly OutTable[]
  /** At the right of the filters: legend, counts. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** Opens the book, then shows the room in it. */
export function ReviewRoom({
  services,
  navigate,
  children,
}: PageProps & { readonly children: ReactNode }) {
  const t = useT('review')
  const book = useMemo(() => bookOf(services), [services])
  const state = useSyncExternalStore(book.subscribe, () => book.state)
  const [failed, setFailed] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let gone = false
    const told = (error: unknown) =>
      !gone && setFailed(error instanceof Error ? error.message : String(error))
    if (tries >= 0) book.open().catch(told)
    return () => {
      gone = true
    }
  }, [book, tries])
  const review = useMemo(
    () => state && { book, state, services, navigate },
    [book, state, services, navigate],
  )
  if (review) return <ReviewContext value={review}>{children}</ReviewContext>
  return (
    <AppShell title={t('title')} theme="day">
      {failed === null ? (
        <p role="status" data-opening className={styles.opening}>
          {t('opening')}
        </p>
      ) : (
        <div className={styles.opening}>
          <p role="alert">{t('failed', { why: failed })}</p>
          <Button
            look="primary"
            onClick={() => {
              setFailed(null)
              setTries(tries + 1)
            }}
          >
            {t('again')}
          </Button>
        </div>
      )}
    </AppShell>
  )
}

/** The frame of a page inside the room: where one is, what it is about, what can be taken out. */
export function ReviewFrame({ page, filters = [], tables, aside, children }: FrameProps) {
  const t = useT('review')
  const { navigate, state } = useReview()
  const paper = useRef<HTMLDivElement>(null)
  useEffect(() => {
    addEventListener('beforeprint', fitPaper)
    return () => removeEventListener('beforeprint', fitPaper)
  }, [])
  return (
    <AppShell
      title={`${t('title')} · ${t(`nav.${page}`)}`}
      theme="day"
      start={
        <>
          <h1 className={styles.room}>
            {t('title')}
            <VisuallyHidden> · {t(`nav.${page}`)}</VisuallyHidden>
          </h1>
          <nav className={styles.nav} aria-label={t('nav.label')}>
            {TABS.map(({ id, to, label }) => (
              <a
                key={id}
                href={to}
                aria-current={id === page ? 'page' : undefined}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  navigate(to)
                }}
              >
                {t(label)}
              </a>
            ))}
          </nav>
        </>
      }
      end={
        <>
          {state.filter.demo && (
            <span className={styles.demo} title={t('demoMark')}>
              {t('demoShort')}
            </span>
          )}
          <OutButtons page={page} {...(tables ? { tables } : {})} />
        </>
      }
    >
      <div className={styles.page}>
        {(filters.length > 0 || aside !== undefined) && (
          <div className={styles.bar}>
            <FilterBar parts={filters} />
            {aside !== undefined && <div className={styles.aside}>{aside}</div>}
          </div>
        )}
        {state.filter.demo && <p className={styles.printDemo}>{t('demoMark')}</p>}
        <PaperPlace value={paper}>{children}</PaperPlace>
      </div>
      <div ref={paper} />
    </AppShell>
  )
}

/** A4 across, less its margins, in CSS px at 96 a inch. */
const PAPER = { width: 1062, height: 733 } as const
/** The header, which isn't printed, and the filters. */
const UNPRINTED = 84

/** How much smaller the page must be to stand on one sheet as it stands on the screen. */
function fitPaper(): void {
  const { style } = document.documentElement
  const width = innerWidth
  const height = innerHeight - UNPRINTED
  style.setProperty('--print-width', `${width}px`)
  style.setProperty('--print-height', `${height}px`)
  style.setProperty('--print-zoom', String(Math.min(PAPER.width / width, PAPER.height / height)))
}

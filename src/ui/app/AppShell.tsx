import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import { type Action, useActions } from '../actions.ts'
import { setLanguage, useLanguage, useT } from '../i18n/i18n.ts'
import { ActionButton } from '../kit/ActionButton.tsx'
import { Button } from '../kit/Button.tsx'
import styles from './AppShell.module.css'

/** Read on first use: dialogs are no part of the first screen. */
const ShortcutsOverlay = lazy(() =>
  import('../kit/ShortcutsOverlay.tsx').then((kit) => ({ default: kit.ShortcutsOverlay })),
)

export interface AppShellProps {
  /** The page's name: the document's title. */
  readonly title: string
  readonly children: ReactNode
  /** Left of the header, after the product's name. */
  readonly start?: ReactNode
  /** Middle of the header: clock, queue. */
  readonly center?: ReactNode
  /** Right of the header, before language and shortcuts. */
  readonly end?: ReactNode
  /** The 40 px bar at the bottom; none if left out. */
  readonly footer?: ReactNode
  /** Night for desk, start and debrief; day for studio and review. */
  readonly theme?: 'night' | 'day'
}

/** Stands beside the product's name on every page below it: what kind of session this is. */
export const ShellMark = createContext<ReactNode>(null)

/** The frame of every page: header with slots, main, footer. */
export function AppShell(props: AppShellProps) {
  const { title, theme = 'night' } = props
  const t = useT('common')
  const language = useLanguage()
  const [overlay, setOverlay] = useState(false)
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
  }, [title, t])
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  const shortcuts: Action = useMemo(
    () => ({
      id: 'app.shortcuts',
      label: 'common:shortcuts',
      group: 'common:everywhere',
      keys: ['?'],
      perform: () => setOverlay(true),
    }),
    [],
  )
  useActions(useMemo(() => [shortcuts], [shortcuts]))
  const mark = useContext(ShellMark)
  const hasFooter = props.footer !== undefined
  return (
    <div className={[styles.shell, hasFooter && styles.withFooter].filter(Boolean).join(' ')}>
      <header className={styles.header}>
        <div className={styles.side}>
          <a href="#main" className={styles.skip}>
            {t('skipToMain')}
          </a>
          <span className={styles.product}>{t('product')}</span>
          {mark}
          {props.start}
        </div>
        <div className={styles.center}>{props.center}</div>
        <div className={`${styles.side} ${styles.end}`}>
          {props.end}
          <Button
            aria-label={`${t('switchLanguage')} 中 / EN`}
            onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            中 / EN
          </Button>
          <ActionButton action={shortcuts} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {props.children}
      </main>
      {hasFooter && <footer className={styles.footer}>{props.footer}</footer>}
      {overlay && (
        <Suspense>
          <ShortcutsOverlay open onClose={() => setOverlay(false)} />
        </Suspense>
      )}
    </div>
  )
}

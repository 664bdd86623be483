import { Suspense, useEffect, useRef } from 'react'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { useCallOver } from '../runtime/useView.ts'
import { CoachStrip } from './CoachStrip.tsx'
import styles from './Desk.module.css'
import { DeskDialogs } from './DeskDialogs.tsx'
import { DeskFooter } from './DeskFooter.tsx'
import { HeaderCenter, HeaderEnd, HeaderStart } from './DeskHeader.tsx'
import { useDesk } from './deskContext.ts'
import { DispatchPanel } from './dispatch/DispatchPanel.tsx'
import { LinePanel } from './LinePanel.tsx'
import { MapPane } from './MapPane.tsx'
import { Replies } from './Replies.tsx'
import { EmptyRecord, RecordPanel } from './record/RecordPanel.tsx'
import { Transcript } from './Transcript.tsx'
import { WrapUp } from './WrapUp.tsx'

/** The console: the call at the left, the city in the middle, the record and the units at the right. */
export function Desk() {
  const t = useT('desk')
  const { header, runner } = useDesk()
  const over = useCallOver(runner)
  const lang = useLanguage()
  const before = useRef(lang)
  useEffect(() => {
    if (before.current === lang) return
    before.current = lang
    runner.observe({ saw: 'language', lang }, performance.now())
  }, [lang, runner])
  return (
    <AppShell
      title={t('title')}
      start={<HeaderStart />}
      center={<HeaderCenter />}
      end={<HeaderEnd />}
      footer={<DeskFooter />}
    >
      <h1 className={styles.title}>{t('title')}</h1>
      <div className={styles.desk}>
        <div className={styles.left}>
          <LinePanel />
          <Transcript />
          {header.mode === 'coaching' && (
            <Suspense>
              <CoachStrip />
            </Suspense>
          )}
          {over ? <WrapUp /> : <Replies />}
        </div>
        <MapPane />
        <div className={styles.right}>
          <Suspense fallback={<EmptyRecord />}>
            <RecordPanel />
          </Suspense>
          <DispatchPanel />
        </div>
      </div>
      <DeskDialogs />
    </AppShell>
  )
}

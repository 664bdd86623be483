import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { useValue } from '../draft/value.ts'
import { scrollable } from '../proof/scrollable.ts'
import { useStudio } from '../studio.ts'
import { Acts } from './Acts.tsx'
import { Plans } from './Plans.tsx'
import styles from './Play.module.css'
import { RecordStands } from './RecordStands.tsx'
import { StandingView } from './StandingView.tsx'
import { Trail } from './Trail.tsx'
import { usePlay } from './usePlay.ts'
import { WayPick } from './WayPick.tsx'

/** Plays the draft from any node on, on the real engine; an edit plays the same steps again on the new text. */
export function PlayPanel() {
  const t = useT('studio')
  const lang = useLanguage()
  const { draft, findings } = useStudio()
  const room = usePlay()
  const { revision } = useValue(findings)
  const { played, wanted, begun, missed, unreadable, notice, rows } = useValue(room.state)
  const failedAt = played?.result.failedAt ?? null
  const start = () =>
    room.load({
      title: { zh: '从头试玩', en: 'From the beginning' },
      seed: 'plan',
      steps: ['answer', { wait: 'quiet' }],
    })
  return (
    <div className={styles.panel} data-played={played ? revision : undefined}>
      <section className={styles.column} aria-label={t('play.now')}>
        <div className={styles.bar}>
          <Button onClick={start}>{t('play.fromStart')}</Button>
          <Button disabled={!played} onClick={() => room.back()}>
            {t('play.back')}
          </Button>
          {begun && begun.ways.length > 1 && <WayPick begun={begun} room={room} />}
        </div>
        <div role="status" className={styles.told}>
          {wanted !== null && t('play.waiting', { node: wanted })}
          {missed && t('play.missed')}
          {unreadable && t('play.unreadable')}
          {failedAt && t('play.failed', { n: failedAt.step + 1, why: failedAt.why[lang] })}
          {notice && t('play.notDone', { why: notice[lang] })}
          {!played && wanted === null && !missed && t('play.pick')}
        </div>
        {played && <Acts played={played} room={room} />}
      </section>
      <section className={styles.column} aria-label={t('play.steps')} ref={scrollable}>
        {played && <Trail played={played} />}
      </section>
      <section className={styles.column} aria-label={t('play.state')}>
        <div className={styles.states}>
          {played && <StandingView played={played} />}
          {played?.result.view && (
            <RecordStands record={played.result.view.record} onAct={(step) => room.act(step)} />
          )}
        </div>
        <Plans draft={draft} played={played} rows={rows} onLoad={(plan) => room.load(plan)} />
      </section>
    </div>
  )
}

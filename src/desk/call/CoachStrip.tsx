import type { ActQuality } from '../../core/taxonomy/vocabulary.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { Tag, type Tone } from '../../ui/kit/Tag.tsx'
import { coachNote } from '../runtime/coaching.ts'
import styles from './CoachStrip.module.css'
import { useDesk, useDeskView, useTaxonomy } from './deskContext.ts'

const TONES: Readonly<Record<ActQuality, Tone>> = {
  supportive: 'done',
  neutral: 'plain',
  risky: 'now',
  forbidden: 'now',
}

/** Coaching only: what the last reply did in the talk, and why that helps or harms. */
export function CoachStrip() {
  const t = useT('desk')
  const lang = useLanguage()
  const { session, acts } = useDesk()
  const taxonomy = useTaxonomy()
  useDeskView()
  const note = coachNote(session, taxonomy)
  return (
    <Panel aria-label={t('coach.label')} className={styles.strip}>
      <div role="status">
        {note === null ? (
          <p className={styles.wait}>{t('coach.waiting')}</p>
        ) : (
          <>
            <p className={styles.head}>
              <Tag tone={TONES[note.quality]}>{t(`coach.quality.${note.quality}`)}</Tag>
              <span>{note.acts.map(({ name }) => name[lang]).join(' · ')}</span>
            </p>
            <p>{note.why[lang]}</p>
          </>
        )}
      </div>
      {note !== null && (
        <ActionButton action={acts.stepBack} look="quiet" className={styles.back} />
      )}
    </Panel>
  )
}

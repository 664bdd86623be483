import { useId } from 'react'
import type { Mode } from '../../core/sim/attempt.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Kbd } from '../../ui/kit/Kbd.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import styles from './Cards.module.css'

export const MODES: readonly Mode[] = ['coaching', 'practice', 'exam']

export interface ModePickProps {
  readonly mode: Mode
  readonly onMode: (mode: Mode) => void
}

/** Coaching, practice or exam, each with what it means. */
export function ModePick({ mode, onMode }: ModePickProps) {
  const t = useT('start')
  const name = useId()
  return (
    <Panel
      title={t('mode.title')}
      aside={
        <>
          <Kbd keys="ArrowLeft" decorative />
          <Kbd keys="ArrowRight" decorative />
        </>
      }
    >
      <div className={styles.modes} role="radiogroup" aria-label={t('mode.title')}>
        {MODES.map((one) => (
          <label key={one} className={styles.mode}>
            <input
              type="radio"
              name={name}
              value={one}
              checked={one === mode}
              onChange={() => onMode(one)}
            />
            <b>{t(`mode.${one}`)}</b>
            <span>{t(`mode.${one}About`)}</span>
          </label>
        ))}
      </div>
    </Panel>
  )
}

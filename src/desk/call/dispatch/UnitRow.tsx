import type { LogView, UnitView } from '../../../core/sim/view.ts'
import { useLanguage, useT } from '../../../ui/i18n/i18n.ts'
import { Button } from '../../../ui/kit/Button.tsx'
import { Kbd } from '../../../ui/kit/Kbd.tsx'
import { useSimTime } from '../../runtime/useView.ts'
import { useDesk, useDeskView } from '../deskContext.ts'
import { drive } from '../words.ts'
import styles from './dispatch.module.css'

/** What one does first with a unit as it stands: send a free one, chase a late one, pass news on to the others. */
export function primaryDeed(unit: UnitView): 'send' | 'chase' | 'update' {
  if (unit.status === 'free') return 'send'
  return unit.overdue ? 'chase' : 'update'
}

export interface UnitRowProps {
  readonly unit: UnitView
  /** The number that chooses it now. */
  readonly digit: string | null
}

export function UnitRow({ unit, digit }: UnitRowProps) {
  const lang = useLanguage()
  const { partners, log } = useDeskView()
  const t = useT('desk')
  const who = unit.by === null ? undefined : partners.find(({ id }) => id === unit.by)?.short[lang]
  const by = who === undefined ? undefined : t('dispatch.by', { who })
  // a narrow list shows the rest on asking
  const whole = [unit.name[lang], unit.note?.[lang], by].filter(Boolean).join(' ')
  const wrong = foundNobody(unit, log)
  const status = wrong ? 'wrong' : unit.overdue ? 'overdue' : unit.status
  return (
    <li className={styles.unit} data-status={status}>
      {digit === null ? <i className={styles.dot} aria-hidden="true" /> : <Kbd keys={digit} />}
      <span className={styles.name} title={whole}>
        {unit.name[lang]}
        {unit.note && <small>{unit.note[lang]}</small>}
        {by !== undefined && <small>{by}</small>}
      </span>
      <Standing unit={unit} wrong={wrong} />
      <Deeds unit={unit} />
    </li>
  )
}

/** Is it where nobody is? Its last message says so. */
function foundNobody(unit: UnitView, log: readonly LogView[]): boolean {
  if (unit.status !== 'arrived') return false
  const last = log.findLast(({ kind, subject }) => kind === 'unit' && subject === unit.id)
  return last?.status === 'arrived-wrong'
}

/** How it stands, and how long it still needs. */
function Standing({ unit, wrong }: { unit: UnitView; wrong: boolean }) {
  const t = useT('desk')
  if (unit.status === 'free')
    return (
      <span className={styles.eta}>{unit.etaIfSent === null ? '' : drive(unit.etaIfSent)}</span>
    )
  return (
    <span className={styles.standing}>
      {unit.eta !== null && unit.status === 'moving' && <Left until={unit.eta} />}
      {t(wrong ? 'dispatch.wrong' : unit.overdue ? 'dispatch.overdue' : `dispatch.${unit.status}`)}
    </span>
  )
}

function Left({ until }: { until: number }) {
  const { runner } = useDesk()
  const now = useSimTime(runner, 1000)
  return <span className={styles.eta}>{drive(until - now)}</span>
}

function Deeds({ unit }: { unit: UnitView }) {
  const t = useT('desk')
  const lang = useLanguage()
  const { perform } = useDesk()
  const deeds =
    unit.status === 'free' ? (['send'] as const) : ([primaryDeed(unit), 'recall'] as const)
  return (
    <span className={styles.deeds}>
      {deeds.map((deed) => (
        <Button
          key={deed}
          className={styles.deed}
          look={deed === 'chase' ? 'primary' : 'plain'}
          aria-label={`${t(`dispatch.${deed}`)} ${unit.name[lang]}`}
          onClick={(event) => perform({ do: deed, unit: unit.id }, event.timeStamp)}
        >
          {t(`dispatch.${deed}`)}
        </Button>
      ))}
    </span>
  )
}

import { type ChangeEvent, useMemo } from 'react'
import type { PlanStep } from '../../core/plan/plan.ts'
import type { View } from '../../core/sim/view.ts'
import { type Action, useActions } from '../../ui/actions.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import styles from './Play.module.css'
import type { PlayedPlan } from './protocol.ts'
import type { PlayRoom } from './room.ts'

interface ActsProps {
  readonly played: PlayedPlan
  readonly room: PlayRoom
}

/** What the caller says, and all that can be done now. */
export function Acts({ played, room }: ActsProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { view, ending, card } = played.result
  const replies = view?.replies
  const actions = useMemo<readonly Action[]>(
    () =>
      (replies ?? []).slice(0, 9).map(({ id }, index) => ({
        id: `studio.play.say${index}`,
        group: 'studio:play.group',
        label: 'studio:play.sayNth',
        labelValues: { n: index + 1 },
        keys: [String(index + 1)],
        perform: () => room.act({ say: id }, { wait: 'quiet' }),
      })),
    [replies, room],
  )
  useActions(actions)
  if (!view) return null
  const last = view.talk.findLast(({ who }) => who === 'caller')
  return (
    <>
      {last && <p className={styles.line}>{last.text[lang]}</p>}
      {ending !== null && (
        <p className={styles.ended}>{t('play.ended', { ending, points: card?.total ?? 0 })}</p>
      )}
      <ol className={styles.replies} aria-label={t('play.replies')}>
        {view.replies.map(({ id, text }, index) => (
          <li key={id}>
            <Button
              hint={index < 9 ? String(index + 1) : undefined}
              onClick={() => room.act({ say: id }, { wait: 'quiet' })}
            >
              {text[lang]}
            </Button>
          </li>
        ))}
      </ol>
      {view.replies.length === 0 && <p className={styles.told}>{t('play.quiet')}</p>}
      <World view={view} onAct={(step) => room.act(step)} />
    </>
  )
}

/** Time, the line, units and partners. */
function World({ view, onAct }: { readonly view: View; readonly onAct: (step: PlanStep) => void }) {
  const t = useT('studio')
  const lang = useLanguage()
  const { state } = view.line
  const kinds = [...new Set(view.units.map(({ kind }) => kind))]
  return (
    <div className={styles.world}>
      {state === 'up' && (
        <Button onClick={() => onAct({ wait: 'silence' })}>{t('play.silence')}</Button>
      )}
      <Button onClick={() => onAct({ wait: '5s' })}>{t('play.fiveSeconds')}</Button>
      <Button onClick={() => onAct({ wait: 'next' })}>{t('play.nextEvent')}</Button>
      {state === 'ringing' && <Button onClick={() => onAct('answer')}>{t('play.answer')}</Button>}
      {state === 'up' && <Button onClick={() => onAct('hold')}>{t('play.hold')}</Button>}
      {state === 'held' && <Button onClick={() => onAct('resume')}>{t('play.resume')}</Button>}
      {state === 'dropped' && (
        <Button onClick={() => onAct('call-back')}>{t('play.callBack')}</Button>
      )}
      {(state === 'up' || state === 'held') && (
        <Button onClick={() => onAct('hang-up')}>{t('play.hangUp')}</Button>
      )}
      <Pick
        label={t('play.dispatch')}
        options={kinds.map((kind) => [kind, kind])}
        onPick={(dispatch) => onAct({ dispatch })}
      />
      {(['tell', 'bridge', 'transfer'] as const).map((what) => (
        <Pick
          key={what}
          label={t(`play.${what}`)}
          options={view.partners.map(({ id, short }) => [id, short[lang]])}
          onPick={(partner) =>
            onAct(
              what === 'tell'
                ? { tell: partner }
                : what === 'bridge'
                  ? { bridge: partner }
                  : { transfer: partner },
            )
          }
        />
      ))}
    </div>
  )
}

/** A list that does something with what is picked, and stands open for the next. */
function Pick({
  label,
  options,
  onPick,
}: {
  readonly label: string
  readonly options: readonly (readonly [value: string, name: string])[]
  readonly onPick: (value: string) => void
}) {
  return (
    <select
      className={styles.pick}
      aria-label={label}
      value=""
      onChange={({ target }: ChangeEvent<HTMLSelectElement>) => onPick(target.value)}
    >
      <option value="">{label}…</option>
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  )
}

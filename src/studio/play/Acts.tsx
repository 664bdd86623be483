import { useMemo } from 'react'
import type { PlanStep } from '../../core/plan/plan.ts'
import type { View } from '../../core/sim/view.ts'
import { type Action, useActions } from '../../ui/actions.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { MenuPick } from '../../ui/kit/MenuPick.tsx'
import { useStudio } from '../studio.ts'
import styles from './Play.module.css'
import type { PlayedPlan } from './protocol.ts'
import { RecordActs } from './RecordActs.tsx'
import { listens, type PlayRoom } from './room.ts'

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
  const canInterrupt = listens(played)
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
            {canInterrupt && (
              <Button
                look="quiet"
                square
                aria-label={t('play.interrupt', { what: text[lang] })}
                title={t('play.interruptHint')}
                onClick={() => room.interrupt(id)}
              >
                <Icon name="next" size={12} />
              </Button>
            )}
          </li>
        ))}
      </ol>
      {view.replies.length === 0 && <p className={styles.told}>{t('play.quiet')}</p>}
      <World view={view} onAct={(step) => room.act(step)} />
      <RecordActs view={view} onAct={(step) => room.act(step)} />
    </>
  )
}

/** Time, the line, units and partners. */
function World({ view, onAct }: { readonly view: View; readonly onAct: (step: PlanStep) => void }) {
  const t = useT('studio')
  const { state } = view.line
  const { taxonomy } = useStudio().ground
  const kinds = [...new Set(view.units.map(({ kind }) => kind))].map((kind) => {
    const { zh, en } = taxonomy.units.find(({ id }) => id === kind)?.name ?? { zh: kind, en: kind }
    return { id: kind, zh, en }
  })
  const units = view.units.map(({ id, name }) => ({ id, ...name }))
  const out = units.filter((_, index) => view.units[index]?.status !== 'free')
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
      <MenuPick
        label={t('play.dispatch')}
        entries={[...kinds, ...units]}
        onPick={({ id }) => onAct({ dispatch: id })}
      />
      {out.length > 0 &&
        (['recall', 'update', 'chase'] as const).map((what) => (
          <MenuPick
            key={what}
            label={t(`play.stepNames.${what}`)}
            entries={out}
            onPick={({ id: unit }) =>
              onAct(
                what === 'recall'
                  ? { recall: unit }
                  : what === 'update'
                    ? { update: unit }
                    : { chase: unit },
              )
            }
          />
        ))}
      {(['tell', 'bridge', 'bridge-unannounced', 'transfer', 'transfer-unasked'] as const).map(
        (what) => (
          <MenuPick
            key={what}
            label={t(`play.stepNames.${what}`)}
            entries={view.partners.map(({ id, short }) => ({ id, ...short }))}
            onPick={({ id }) => onAct(partnerStep(what, id))}
          />
        ),
      )}
    </div>
  )
}

type PartnerAct = 'tell' | 'bridge' | 'bridge-unannounced' | 'transfer' | 'transfer-unasked'

function partnerStep(what: PartnerAct, partner: string): PlanStep {
  switch (what) {
    case 'tell':
      return { tell: partner }
    case 'bridge':
      return { bridge: partner }
    case 'bridge-unannounced':
      return { 'bridge-unannounced': partner }
    case 'transfer':
      return { transfer: partner }
    case 'transfer-unasked':
      return { 'transfer-unasked': partner }
  }
}

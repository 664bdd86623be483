import { type FormEvent, useState } from 'react'
import type { Expectation, Plan } from '../../core/plan/plan.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import type { Draft } from '../draft/draft.ts'
import styles from './Play.module.css'
import type { PlanRow, PlayedPlan } from './protocol.ts'
import { standing } from './words.ts'

interface PlansProps {
  readonly draft: Draft
  readonly played: PlayedPlan | null
  readonly rows: readonly PlanRow[]
  readonly onLoad: (plan: Plan) => void
}

/** The draft's test plans, each against the text as it stands; and what is played as another one. */
export function Plans({ draft, played, rows, onLoad }: PlansProps) {
  const t = useT('studio')
  const lang = useLanguage()
  return (
    <>
      <h3 className={styles.head}>{t('play.plans')}</h3>
      {rows.length === 0 && <p className={styles.told}>{t('play.noPlans')}</p>}
      <ul className={styles.plans}>
        {rows.map(({ path, plan, ok, fault }) => (
          <li key={path} data-ok={ok}>
            <Icon name={ok ? 'check' : 'warn'} />
            <Button
              look="quiet"
              disabled={!plan}
              aria-label={t('play.load', { name: nameOf(path) })}
              onClick={() => plan && onLoad(plan)}
            >
              {nameOf(path)}
            </Button>
            <span>{ok ? t('play.passes') : t('play.fails')}</span>
            {fault && (
              <span className={styles.fault}>
                {fault.step === null
                  ? fault.why[lang]
                  : t('play.atStep', { n: fault.step, why: fault.why[lang] })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {played && <Recorder draft={draft} played={played} />}
    </>
  )
}

const nameOf = (path: string): string => path.replace(/^plans\//, '').replace(/\.ya?ml$/, '')

/** Names what is played, ticks what should come of it, and keeps it as a file of the draft. */
function Recorder({ draft, played }: { readonly draft: Draft; readonly played: PlayedPlan }) {
  const t = useT('studio')
  const [name, setName] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(['node', 'ending']))
  const now = standing(played)
  if (!now) return null
  const { card } = played.result
  const choices: (readonly [id: string, label: string, part: Expectation])[] = []
  if (now.ending !== null) {
    const { ending } = now
    choices.push(['ending', t('play.expectEnding', { ending }), { ending }])
    const score = card?.total ?? 0
    choices.push(['score', t('play.expectScore', { points: score }), { score }])
    if (card?.redLines.length === 0)
      choices.push(['red', t('play.expectRed'), { 'red-line': 'none' }])
  } else if (now.node !== null)
    choices.push(['node', t('play.expectNode', { node: now.node }), { node: now.node }])
  if (now.known.length > 0) {
    const known = [...now.known]
    choices.push(['known', t('play.expectKnown', { facts: known.join(', ') }), { known }])
  }
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const parts = choices.filter(([id]) => ticked.has(id)).map(([, , part]) => part)
    const steps = played.plan.steps.slice(0, played.result.trail.length)
    const expected: Expectation = Object.assign({}, ...parts)
    const plan: Plan = { ...played.plan, title: name, steps, expect: expected }
    // the writer of YAML is only read when something is written
    const { planText } = await import('../../core/plan/plan.ts')
    draft.put({ zh: `存测试计划 ${name}`, en: `Save test plan ${name}` }, `plans/${name}.yaml`, {
      text: planText(plan),
    })
    setName('')
  }
  const tick = (id: string): void => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  return (
    <form className={styles.record} onSubmit={(event) => void save(event)}>
      <h3 className={styles.head}>{t('play.record')}</h3>
      <label className={styles.named}>
        {t('play.name')}
        <input
          className={styles.input}
          value={name}
          required
          maxLength={40}
          pattern="[a-z][a-z0-9\-]*"
          title={t('play.nameHint')}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <fieldset>
        <legend>{t('play.expect')}</legend>
        {choices.map(([id, label]) => (
          <label key={id} className={styles.tick}>
            <input type="checkbox" checked={ticked.has(id)} onChange={() => tick(id)} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <Button type="submit">{t('play.save')}</Button>
    </form>
  )
}

import { type ReactNode, useState } from 'react'
import type { Text } from '../../core/scenario/primitives.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import { useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import { BestTable } from './BestTable.tsx'
import { FactsTable } from './FactsTable.tsx'
import { LeaksTable } from './LeaksTable.tsx'
import { LengthTable } from './LengthTable.tsx'
import styles from './Proof.module.css'
import { RobotsTable } from './RobotsTable.tsx'
import { shownRoute } from './routes.ts'
import { type ShownStep, Steps } from './Steps.tsx'
import { scrollable } from './scrollable.ts'
import { WaysTable } from './WaysTable.tsx'
import type { ShowWay, Way } from './way.ts'

const VIEWS = ['endings', 'nodes', 'facts', 'length', 'leaks', 'robots', 'best'] as const
type View = (typeof VIEWS)[number]

/** What the proof says of the draft: what can be reached and how, how long it takes, what robots score. */
export function ProofPanel() {
  const t = useT('studio')
  const lang = useLanguage()
  const { findings, route } = useStudio()
  const { lastWalked, lastPlayed, lastScenario, revision } = useValue(findings)
  const [view, setView] = useState<View>('endings')
  const [chosen, setChosen] = useState<{
    readonly label: Text
    readonly steps: readonly ShownStep[]
  } | null>(null)
  const show: ShowWay = (way: Way) => {
    setChosen(way)
    route.set(shownRoute(way.label, way.steps, lastScenario))
  }
  const walk = lastWalked?.report.walk ?? null
  const robots = lastPlayed?.report.robots ?? null
  const parts: Readonly<Record<View, () => ReactNode>> = {
    endings: () => walk && <WaysTable rows={walk.endings} at={['endings']} onShow={show} />,
    nodes: () => walk && <WaysTable rows={walk.nodes} at={['talk', 'nodes']} onShow={show} />,
    facts: () => walk && <FactsTable facts={walk.facts} scenario={lastScenario} onShow={show} />,
    length: () => walk && <LengthTable walk={walk} robots={robots} onShow={show} />,
    leaks: () => walk && <LeaksTable leaks={walk.leaks} />,
    robots: () => <RobotsTable robots={robots} />,
    best: () => <BestTable robots={robots} onShow={show} />,
  }
  return (
    <div className={styles.panel}>
      <div className={styles.main}>
        <div className={styles.bar}>
          <Segmented
            label={t('proof.view')}
            value={view}
            onChange={setView}
            options={VIEWS.map((value) => ({ value, label: t(`proof.${value}`) }))}
          />
          <Status />
        </div>
        <section
          ref={scrollable}
          aria-label={t(`proof.${view}`)}
          className={styles.part}
          data-stale={lastWalked?.revision !== revision || undefined}
        >
          {walk || view === 'robots' || view === 'best' ? parts[view]() : null}
        </section>
      </div>
      <section
        ref={scrollable}
        aria-label={t('proof.shown')}
        className={styles.way}
        aria-live="polite"
      >
        {chosen ? (
          <>
            <h2 className={styles.title}>{chosen.label[lang]}</h2>
            {chosen.steps.length > 0 ? (
              <Steps steps={chosen.steps} />
            ) : (
              <p className={styles.hint}>{t('proof.nowhere')}</p>
            )}
          </>
        ) : (
          <p className={styles.hint}>{t('proof.pick')}</p>
        )}
      </section>
    </div>
  )
}

/** How far the proof of the text as it stands has come. */
function Status() {
  const t = useT('studio')
  const lang = useLanguage()
  const { findings } = useStudio()
  const { report, lastWalked, walkedMs } = useValue(findings)
  const walk = report?.walk
  const number = new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-GB')
  if (walk?.whole)
    return (
      <p className={styles.status} role="status">
        <span className={styles.done}>
          <Icon name="check" />
        </span>
        {t('proof.walked', { states: number.format(walk.states), ms: walkedMs })}
        {walk.variants.length > 1 && ` · ${t('proof.variants', { n: walk.variants.length })}`}
      </p>
    )
  const words = walk
    ? t('proof.partly', { states: number.format(walk.states) })
    : report?.last
      ? t('proof.waiting')
      : t(lastWalked ? 'proof.stale' : 'proof.walking')
  return (
    <p className={styles.status} role="status">
      {words}
    </p>
  )
}

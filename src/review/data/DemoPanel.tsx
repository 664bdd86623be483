import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useReview } from '../book/useBook.ts'
import { takeDemo } from '../intake/intake.ts'
import styles from './Data.module.css'
import { useWork } from './useWork.ts'
import { WorkBar } from './WorkBar.tsx'

/** Two terms as large as real ones, one after the other, but quick to play (own). */
const DEMO = { trainees: 30, attempts: 24, days: 42, terms: 2, skills: [0.6, 1] } as const
const DAY_MS = 86_400_000

/** A demonstration, played by robots here and now; marked wherever it shows, and gone again by one click. */
export function DemoPanel() {
  const t = useT('review')
  const { book, services, state } = useReview()
  const work = useWork()
  const count = state.pages.rows.filter(({ demo }) => demo).length
  const load = (): void =>
    work.run(async (how) => {
      try {
        const scenarios = services.content
          .paths()
          .flatMap((path) => /^([a-z0-9-]+)\/scenario\.yaml$/.exec(path)?.[1] ?? [])
        const now = services.now()
        const from = now - (now % DAY_MS) - DEMO.days * DAY_MS
        const plan = { ...DEMO, seed: 'demo', from, learning: true, scenarios }
        const played = await takeDemo(
          plan,
          { store: services.review, content: services.content },
          how,
        )
        await book.say({ kind: 'demo', loaded: true, count: played })
      } finally {
        await book.refresh()
      }
    })
  const remove = (): void =>
    work.run(async () => {
      const removed = await services.review.removeDemo()
      await book.say({ kind: 'demo', loaded: false, count: removed })
      await book.refresh()
    })
  return (
    <Panel title={t('data.demo')}>
      <p className={styles.note}>
        {t('data.demoAbout', { trainees: DEMO.trainees, attempts: DEMO.trainees * DEMO.attempts })}
      </p>
      <div className={styles.buttons}>
        {count === 0 ? (
          <Button onClick={load} disabled={work.busy}>
            {t('data.demoLoad')}
          </Button>
        ) : (
          <Button onClick={remove} disabled={work.busy}>
            {t('data.demoRemove', { n: count })}
          </Button>
        )}
      </div>
      <WorkBar work={work} />
    </Panel>
  )
}

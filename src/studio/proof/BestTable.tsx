import type { BestStep, RobotsReport } from '../../core/scenario/proof/report.ts'
import type { RouteStep } from '../../core/scenario/proof/route.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import styles from './Proof.module.css'
import { clock } from './routes.ts'
import type { ShowWay } from './way.ts'

export interface BestTableProps {
  readonly robots: RobotsReport | null
  readonly onShow: ShowWay
}

/** The best path as the robot played it: every act with its time. */
export function BestTable({ robots, onShow }: BestTableProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const best = robots?.best
  if (!best) return <p className={styles.note}>{t(robots ? 'proof.nowhere' : 'proof.playing')}</p>
  const label = { zh: '最佳路线', en: 'Best path' }
  return (
    <>
      <p className={styles.head}>
        <b>{t('proof.points', { n: best.points })}</b>
        <span>{clock(best.ms)}</span>
        {best.ending !== null && <span>{t('proof.toEnding', { ending: best.ending })}</span>}
        <Button onClick={() => onShow({ label, steps: best.steps.flatMap(asRoute) })}>
          {t('proof.shown')}
        </Button>
      </p>
      <ol className={styles.acts}>
        {best.steps.map(({ at, text }) => (
          <li key={`${at} ${text.en}`}>
            <time className={styles.quiet}>{clock(at)}</time> {text[lang]}
          </li>
        ))}
      </ol>
    </>
  )
}

/** The acts of the talk, as steps of a route. */
function asRoute({ command, at, node, text }: BestStep): readonly RouteStep[] {
  if (command.do === 'say')
    return [{ act: { kind: 'say', reply: command.reply, interrupts: false }, at, node, text }]
  return command.do === 'answer' ? [{ act: { kind: 'answer' }, at, node, text }] : []
}

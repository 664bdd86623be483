import type { AttemptGlance } from '../../storage/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Tag } from '../../ui/kit/Tag.tsx'
import styles from './Debrief.module.css'
import { clock, dateTime } from './format.ts'
import { useDebrief } from './useDebrief.ts'
import type { DebriefActions } from './useDebriefActions.ts'

/** Left of the header: which call, which attempt. */
export function HeaderStart({ siblings }: { siblings: readonly AttemptGlance[] }) {
  const t = useT('debrief')
  const { ground, lang } = useDebrief()
  const { header, rolled, rubric } = ground
  const later = siblings.filter((other) => other.header.startedAt > header.startedAt).length
  const nth = siblings.length - later
  const title = rolled.scenario.title[lang]
  const start = header.from && ground.journal[header.from.n]?.at
  return (
    <>
      <Tag>{t('title')}</Tag>
      <h1 className={styles.title} title={title}>
        {title}
      </h1>
      <span
        className={styles.label}
        title={t('versions', { scenario: header.scenario.version, rubric: rubric.version })}
      >
        {t(`mode.${header.mode}`)}
        {nth > 0 && ` · ${t('nth', { n: nth })}`}
        {start !== undefined && ` · ${t('from', { time: clock(start) })}`}
      </span>
      {header.demo && <Tag tone="calm">{t('demo')}</Tag>}
    </>
  )
}

/** Middle of the header: who, when, how long. */
export function HeaderCenter() {
  const t = useT('debrief')
  const { ground, digest } = useDebrief()
  const { trainee, startedAt, scenario } = ground.header
  const { answeredAt, endedAt, end } = digest.timeline
  return (
    <>
      <span>
        {trainee.name} <span className={styles.label}>{trainee.badge}</span>
      </span>
      <span className={styles.label}>{dateTime(startedAt)}</span>
      {answeredAt !== null && (
        <span className={styles.wide}>
          {t(`by.${ground.rolled.scenario.channel}.talked`, {
            time: clock((endedAt ?? end) - answeredAt),
          })}
        </span>
      )}
      <span className={`${styles.label} ${styles.wide}`}>
        {t('versions', { scenario: scenario.version, rubric: ground.rubric.version })}
      </span>
    </>
  )
}

/** Right of the header: what can be done with it. */
export function HeaderEnd({ actions }: { actions: DebriefActions }) {
  return (
    <>
      <ActionButton action={actions.print} />
      <ActionButton action={actions.export} />
      <ActionButton action={actions.back} />
    </>
  )
}

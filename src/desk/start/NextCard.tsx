import type { ReactNode } from 'react'
import type { Mode } from '../../core/sim/attempt.ts'
import type { Action } from '../../ui/actions.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Tag } from '../../ui/kit/Tag.tsx'
import type { Catalogue } from './catalogue.ts'
import { Level } from './Level.tsx'
import styles from './NextCard.module.css'
import { Notice } from './Notice.tsx'
import type { Suggestion } from './next.ts'
import { Reasons } from './Reasons.tsx'
import type { Row } from './rows.ts'
import { separator } from './when.ts'

export interface NextCardProps {
  readonly row: Row
  readonly mode: Mode
  readonly catalogue: Catalogue
  /** Why it should be practised; missing in an exam. */
  readonly suggestion: Suggestion | undefined
  /** Is it the one that should come next? */
  readonly isFirst: boolean
  /** Something else comes first: a call that was cut. */
  readonly calm: boolean
  readonly actions: {
    readonly begin: Action
    readonly other: Action
    readonly debrief: Action
  }
}

/** The call that one key starts, and why it is this one. */
export function NextCard(props: NextCardProps) {
  const { row, mode, catalogue, suggestion, isFirst, calm, actions } = props
  const t = useT('start')
  const lang = useLanguage()
  const { entry } = row
  const isSealed = mode === 'exam'
  const summary = isSealed ? t('next.sealedAbout') : entry.summary[lang]
  const goals = entry.goals.map(({ name }) => name[lang]).join(separator(lang))
  const label = t(!isFirst ? 'next.chosen' : isSealed ? 'next.exam' : 'next.suggested')
  return (
    <section className={calm ? `${styles.card} ${styles.calm}` : styles.card} aria-label={label}>
      <div className={styles.what}>
        <p className={styles.label}>{label}</p>
        <h1>{isSealed ? t('next.sealed', { number: row.number }) : entry.title[lang]}</h1>
        <p className={styles.meta}>
          <span>{t(`channel.${entry.channel}`)}</span>
          <span className={styles.level}>
            {t('list.level')} <Level level={entry.level} />
          </span>
          {!isSealed && <span>{t('next.minutes', { count: entry.minutes })}</span>}
          {!isSealed && entry.varies && <span>{t('next.varies')}</span>}
          {isSealed ? (
            <Tag>
              <Icon name="notice" size={11} />
              {t('list.noticeLater')}
            </Tag>
          ) : (
            <Notice notices={entry.notices} lang={lang} />
          )}
        </p>
        <p className={styles.summary} title={summary}>
          {summary}
        </p>
        {!isSealed && (
          <p className={styles.goals} title={goals}>
            <b>{t('next.goals')}</b>
            {goals}
          </p>
        )}
        <div className={styles.go}>
          <ActionButton
            action={actions.begin}
            look={calm ? 'plain' : 'primary'}
            className={styles.begin}
          />
          <ActionButton action={actions.other} />
          {row.record && <ActionButton action={actions.debrief} look="quiet" />}
          {(isSealed || entry.notices.length > 0) && (
            <span className={styles.free}>{t('next.declinable')}</span>
          )}
        </div>
      </div>
      <div className={styles.why}>
        {isSealed ? (
          <Rules />
        ) : (
          <>
            <h2 className={styles.label}>{t('next.why')}</h2>
            {suggestion && <Reasons reasons={suggestion.reasons} catalogue={catalogue} />}
          </>
        )}
      </div>
    </section>
  )
}

/** What an exam is like, in place of reasons. */
function Rules(): ReactNode {
  const t = useT('start')
  return (
    <>
      <h2 className={styles.label}>{t('exam.rules')}</h2>
      <ul className={styles.rules}>
        <li>{t('exam.noPause')}</li>
        <li>{t('exam.shuffled')}</li>
        <li>{t('exam.silent')}</li>
        <li>{t('exam.order')}</li>
      </ul>
    </>
  )
}

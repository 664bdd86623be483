import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import type { Language } from '../../ui/i18n/keys.ts'
import type { Catalogue } from './catalogue.ts'
import styles from './NextCard.module.css'
import type { Pips, Reason } from './next.ts'

export interface ReasonsProps {
  readonly reasons: readonly Reason[]
  readonly catalogue: Catalogue
}

interface Words {
  readonly text: string
  readonly note: string
}

type T = ReturnType<typeof useT<'start'>>

/** Why this call: each reason with the attempts that it rests on. */
export function Reasons({ reasons, catalogue }: ReasonsProps) {
  const t = useT('start')
  const lang = useLanguage()
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => {
        const { text, note } = wordsOf(reason, catalogue, t, lang)
        return (
          <li key={reason.kind}>
            <span title={text}>{text}</span>
            {'pips' in reason ? <Marks pips={reason.pips} /> : <span />}
            <span className={styles.note}>{note}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** The attempts one by one; the words beside them say the same. */
function Marks({ pips }: { readonly pips: Pips }) {
  return (
    <span className={styles.pips} aria-hidden="true">
      {pips.map(({ attempt, wrong }) => (
        <i key={attempt} className={wrong ? styles.miss : undefined} />
      ))}
    </span>
  )
}

function wordsOf(reason: Reason, catalogue: Catalogue, t: T, lang: Language): Words {
  const ofPips = (pips: Pips) =>
    t('why.ofTimes', { wrong: pips.filter(({ wrong }) => wrong).length, count: pips.length })
  const { classes, dimensions } = catalogue
  switch (reason.kind) {
    case 'new':
      return { text: t('why.new'), note: t('why.newNote') }
    case 'red-line':
      return { text: t('why.redLine'), note: t('why.places', { count: reason.count }) }
    case 'failed':
      return { text: t('why.failed'), note: t('why.points', { total: reason.total }) }
    case 'class': {
      const right = classes[reason.right]?.[lang] ?? reason.right
      const given = classes[reason.given]?.[lang] ?? reason.given
      const text =
        reason.given === '' ? t('why.noClass', { right }) : t('why.class', { right, given })
      return { text, note: ofPips(reason.pips) }
    }
    case 'dimension':
      return {
        text: t('why.dimension', { name: dimensions[reason.id]?.[lang] ?? reason.id }),
        note: ofPips(reason.pips),
      }
    case 'goal': {
      const goal = catalogue.scenarios
        .flatMap(({ goals }) => goals)
        .find(({ id }) => id === reason.goal)
      return {
        text: t('why.goal', { goal: goal?.name[lang] ?? reason.goal }),
        note: t('why.mean', { mean: reason.mean }),
      }
    }
    case 'due':
      return {
        text: reason.ago === 1 ? t('why.dueYesterday') : t('why.due', { count: reason.ago }),
        note: t('why.interval', { count: reason.interval }),
      }
    case 'later':
      return { text: t('why.later', { count: reason.inDays }), note: '' }
  }
}

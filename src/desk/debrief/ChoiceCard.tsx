import { useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { ClassName } from './ClassName.tsx'
import styles from './ClassPanel.module.css'
import type { ToldChoice } from './classStory.ts'
import { clock, signed } from './format.ts'
import { PriorityTag } from './PriorityTag.tsx'
import { useDebrief } from './useDebrief.ts'
import type { Words } from './words.ts'

const SHOWN_FACTS = 3

export interface ChoiceCardProps {
  readonly told: ToldChoice
  readonly place: 'first' | 'final' | 'only'
}

/** Facts to show: those that the right answer rests on first, then the newest; in the order of the call. */
function factsOf({ choice, rests }: ToldChoice, count: number): ToldChoice['fresh'] {
  return [
    ...choice.known.filter(({ fact }) => rests.includes(fact)),
    ...choice.known.filter(({ fact }) => !rests.includes(fact)).toReversed(),
  ]
    .slice(0, count)
    .toSorted((a, b) => a.at - b.at)
}

/** One choice: when, what, what was known then, and the verdict by that. A click leads to its moment. */
export function ChoiceCard({ told, place }: ChoiceCardProps) {
  const t = useT('debrief')
  const { words, go } = useDebrief()
  const { names } = words
  const { choice, fresh, rests, right } = told
  const first = place === 'first'
  const news =
    place === 'final' && fresh.length > 0
      ? t('class.knownNew', { count: fresh.length })
      : choice.known.length === 0
        ? t('class.noneKnown')
        : t('class.known', { count: choice.known.length })
  return (
    <button
      type="button"
      className={[styles.pick, first && !right && styles.off].filter(Boolean).join(' ')}
      onClick={() => go(choice)}
    >
      <span className={styles.top}>
        <span title={t(`class.${place}`)}>
          {clock(choice.at)} {t(`class.${place}`)}
        </span>
        <span title={news}>{news}</span>
      </span>
      <span className={styles.chosen}>
        {choice.class ? (
          <ClassName id={choice.class} names={names} />
        ) : (
          <span className={styles.own}>{t('class.noClass')}</span>
        )}
        {choice.priority && <PriorityTag priority={choice.priority} />}
      </span>
      <span className={styles.facts}>
        {factsOf(told, first ? SHOWN_FACTS : SHOWN_FACTS - 1).map(({ fact, at }) => {
          const unused = !right && rests.includes(fact)
          return (
            <span key={fact} className={unused ? styles.unused : undefined}>
              <time>{clock(at)}</time>
              <span title={names.fact(fact)}>
                {names.fact(fact)}
                {unused && <em> · {t('class.unused')}</em>}
              </span>
            </span>
          )
        })}
        {!first && choice.owner && (
          <span>
            <time>{t('class.owner')}</time>
            <span>{names.owner(choice.owner)}</span>
          </span>
        )}
      </span>
      <span className={styles.verdict}>
        <Verdict told={told} words={words} />
        {right ? (
          <b className={styles.good}>
            <Icon name="check" />
          </b>
        ) : (
          <b className={styles.late}>{lossOf(told)}</b>
        )}
      </span>
    </button>
  )
}

/** D1's points: what a choice can be worth. */
const FULL = 20

/** What the choice lacked of them, by what was known then. */
function lossOf({ choice }: ToldChoice): string {
  const lost = choice.points - FULL
  return lost < 0 ? signed(lost) : ''
}

function Verdict({
  told: { choice, right },
  words: { t, names },
}: {
  told: ToldChoice
  words: Words
}) {
  if (right) return <span title={t('class.allRight')}>{t('class.allRight')}</span>
  if (choice.class !== choice.right.class)
    return (
      <span title={names.class(choice.right.class)}>
        {t('class.byKnown', { class: names.classShort(choice.right.class) })}
      </span>
    )
  const text =
    choice.priority !== choice.right.priority
      ? t('class.priorityShould', { priority: choice.right.priority })
      : t('class.ownerShould', { owner: names.owner(choice.right.owner) })
  return <span title={text}>{text}</span>
}

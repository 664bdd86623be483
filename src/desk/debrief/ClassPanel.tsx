import type { Classification } from '../../core/scoring/scorecard.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { ChoiceCard } from './ChoiceCard.tsx'
import { ChoiceHistory } from './ChoiceHistory.tsx'
import styles from './ClassPanel.module.css'
import { type ClassStory, classStory } from './classStory.ts'
import { clock, tenths } from './format.ts'
import { useDebrief } from './useDebrief.ts'
import type { Words } from './words.ts'

/** The first headline: first choice, revisions, final choice, each judged by what was known then. */
export function ClassPanel({ classification }: { classification: Classification }) {
  const t = useT('debrief')
  const { ground, words } = useDebrief()
  const story = classStory(classification, ground.rolled.scenario.key.answers)
  const first = story.choices[0]
  const last = story.choices[story.choices.length - 1]
  const { text, good } = subline(story, classification, words)
  return (
    <Panel
      className={styles.panel}
      title={t('class.title')}
      beside={
        <>
          <span className={styles.big}>{headline(classification, words)}</span>
          <span className={`${styles.sub} ${good ? styles.good : styles.late}`} title={text}>
            {text}
          </span>
        </>
      }
      aside={story.choices.length > 0 && <ChoiceHistory story={story} />}
    >
      {first === undefined || last === undefined ? (
        <p className={styles.empty}>{t('class.noneChosen')}</p>
      ) : (
        <div className={styles.history}>
          <ChoiceCard told={first} place={story.choices.length === 1 ? 'only' : 'first'} />
          {story.choices.length > 1 && (
            <>
              <span className={styles.to}>
                <Icon name="next" />
                {story.choices.length > 2 && (
                  <small title={t('class.revisions', { count: story.choices.length - 1 })}>
                    +{story.choices.length - 2}
                  </small>
                )}
              </span>
              <ChoiceCard told={last} place="final" />
            </>
          )}
        </div>
      )}
    </Panel>
  )
}

function headline({ choices, exact, points, max }: Classification, { t }: Words): string {
  if (choices.length === 0) return t('class.none')
  return exact ? t('class.exact') : t('class.partly', { points, max })
}

function subline(
  { verdict, correctedAfter }: ClassStory,
  { choices, triage }: Classification,
  { t, names }: Words,
): { readonly text: string; readonly good: boolean } {
  if (verdict === 'none') return { text: '', good: false }
  if (verdict === 'at-once') return { text: t('class.atOnce'), good: true }
  if (verdict === 'corrected') {
    const ms = correctedAfter ?? 0
    const time = ms < 60_000 ? t('exactly', { time: tenths(ms) }) : clock(ms)
    return { text: t('class.corrected', { time }), good: false }
  }
  if (triage !== null && triage < 0) return { text: t('class.under'), good: false }
  if (verdict === 'worsened') return { text: t('class.worsened'), good: false }
  if (triage !== null && triage > 0) return { text: t('class.over'), good: false }
  const right = choices[choices.length - 1]?.right
  if (!right) return { text: '', good: false }
  const { priority, owner } = right
  return {
    text: t('class.shouldBe', { class: names.classShort(right.class), priority, owner }),
    good: false,
  }
}

import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Popover } from '../../ui/kit/Popover.tsx'
import type { ClassStory } from './classStory.ts'
import { clock } from './format.ts'
import styles from './Popups.module.css'
import { PriorityTag } from './PriorityTag.tsx'
import { SourceLine } from './SourceLine.tsx'
import { useDebrief } from './useDebrief.ts'

/** Every choice in a popover, with what was right at that moment and where the points come from. */
export function ChoiceHistory({ story }: { story: ClassStory }) {
  const t = useT('debrief')
  const { ground, words, go } = useDebrief()
  const { names } = words
  return (
    <Popover
      label={t('class.history')}
      trigger={
        <Button look="quiet" className={styles.info} aria-label={t('class.history')}>
          <Icon name="notice" />
        </Button>
      }
    >
      <h3 className={styles.title}>{t('class.history')}</h3>
      <ol className={styles.list}>
        {story.choices.map(({ choice, right }) => (
          <li key={choice.n}>
            <button type="button" className={styles.go} onClick={() => go(choice)}>
              <time>{clock(choice.at)}</time>
              <span>
                {choice.class ? names.class(choice.class) : t('class.noClass')}{' '}
                {choice.priority && <PriorityTag priority={choice.priority} />} {choice.owner ?? ''}
                {!right && (
                  <small>
                    {t('class.right')} {names.class(choice.right.class)} {choice.right.priority}{' '}
                    {choice.right.owner}
                  </small>
                )}
              </span>
              <b className={right ? styles.good : styles.late}>
                {right ? <Icon name="check" /> : `${choice.points}/20`}
              </b>
            </button>
          </li>
        ))}
      </ol>
      <SourceLine entries={[ground.rubric.dims.D1.points]} />
    </Popover>
  )
}

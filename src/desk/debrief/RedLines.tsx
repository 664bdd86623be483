import type { Crossing } from '../../core/scoring/scorecard.ts'
import { RED_LINES } from '../../core/taxonomy/vocabulary.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Popover } from '../../ui/kit/Popover.tsx'
import { clock } from './format.ts'
import popups from './Popups.module.css'
import styles from './ScorePanel.module.css'
import { SourceLine } from './SourceLine.tsx'
import { useDebrief } from './useDebrief.ts'

/** The three red lines, crossed or not; a crossed one leads to its moments. */
export function RedLines({ crossings }: { crossings: readonly Crossing[] }) {
  const t = useT('debrief')
  const { ground, lang, go } = useDebrief()
  return (
    <div className={styles.red}>
      <p>
        <span>{t('score.redLines')}</span>
        <b className={crossings.length > 0 ? styles.crossed : styles.good}>
          {crossings.length > 0
            ? t('score.touched', { count: crossings.length })
            : t('score.clear')}
        </b>
      </p>
      {RED_LINES.map((id) => {
        const line = ground.rubric.redLines.find((entry) => entry.id === id)
        const own = crossings.filter((crossing) => crossing.line === id)
        if (!line) return null
        return (
          <Popover
            key={id}
            label={`${id} ${line.name[lang]}`}
            trigger={
              <button
                type="button"
                className={styles.line}
                title={`${id} ${line.name[lang]}: ${line.text[lang]}`}
              >
                <span>
                  {id} {line.name[lang]}
                </span>
                {own.length > 0 ? (
                  <b className={styles.crossed}>
                    <Icon name="warn" /> {own.length}
                  </b>
                ) : (
                  <b className={styles.good}>
                    <Icon name="check" />
                  </b>
                )}
              </button>
            }
          >
            <h3 className={popups.title}>
              {id} {line.name[lang]}
            </h3>
            <p>{line.text[lang]}</p>
            {own.length === 0 ? (
              <p className={styles.good}>{t('score.lineOk')}</p>
            ) : (
              <ul className={popups.list}>
                {own.map((crossing) => (
                  <li key={`${crossing.kind}/${crossing.at}`}>
                    <button
                      type="button"
                      className={popups.go}
                      onClick={() => go({ n: crossing.evidence[0] ?? 0, at: crossing.at })}
                    >
                      <time>{clock(crossing.at)}</time>
                      <span>{crossing.text[lang]}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
            <SourceLine entries={[line]} />
          </Popover>
        )
      })}
    </div>
  )
}

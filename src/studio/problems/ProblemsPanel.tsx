import { memo } from 'react'
import type { Diagnostic } from '../../core/scenario/diagnostic.ts'
import { stepsOf } from '../../core/scenario/fixes.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import { usePart } from '../draft/value.ts'
import { scrollable } from '../proof/scrollable.ts'
import { useStudio } from '../studio.ts'
import { ProblemDetail } from './ProblemDetail.tsx'
import styles from './Problems.module.css'
import { signOf, useProblems } from './useProblems.ts'
import { nameOf } from './where.ts'

/** What the checker has against the draft: a list, and beside it what the chosen one means and how to mend it. */
export function ProblemsPanel() {
  const t = useT('studio')
  const problems = useProblems()
  const { filter, setFilter, counts, shown, chosen, choose, isChecking } = problems
  return (
    <div className={styles.panel} data-told={problems.checked} data-proved={problems.proved}>
      <div className={styles.side}>
        <Segmented
          label={t('problems.filter')}
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', label: t('problems.all', { n: counts.all }) },
            { value: 'error', label: t('problems.errors', { n: counts.error }) },
            { value: 'warning', label: t('problems.warnings', { n: counts.warning }) },
          ]}
        />
        {shown.length === 0 ? (
          <p className={styles.none} role="status">
            {isChecking ? (
              t('problems.checking')
            ) : (
              <>
                <span className={styles.fine}>
                  <Icon name="check" />
                </span>
                {counts.all === 0 ? t('problems.none') : t('problems.noneMatch')}
              </>
            )}
          </p>
        ) : (
          <ul className={styles.list} aria-label={t('problems.list')}>
            {shown.map((problem) => (
              <Row
                key={signOf(problem)}
                problem={problem}
                isChosen={problem === chosen}
                onChoose={choose}
              />
            ))}
          </ul>
        )}
      </div>
      <section ref={scrollable} aria-label={t('problems.why')} className={styles.detail}>
        {chosen ? (
          <ProblemDetail problem={chosen} />
        ) : (
          <p className={styles.hint}>{t('problems.choose')}</p>
        )}
      </section>
    </div>
  )
}

interface RowProps {
  readonly problem: Diagnostic
  readonly isChosen: boolean
  readonly onChoose: (problem: Diagnostic) => void
}

const Row = memo(function Row({ problem, isChosen, onChoose }: RowProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { findings } = useStudio()
  const content = usePart(findings, (found) => found.content)
  const { code, severity, message, line, column } = problem
  const path = stepsOf(problem)
  const way = path.length === 0 ? t('problems.whole') : nameOf(path, lang, content)
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-current={isChosen || undefined}
        onClick={() => onChoose(problem)}
      >
        <span className={severity === 'error' ? styles.error : styles.warning}>
          <Icon name={severity === 'error' ? 'notice' : 'warn'} />
          <VisuallyHidden>
            {severity === 'error' ? t('problems.error') : t('problems.warning')}
          </VisuallyHidden>
        </span>
        <code className={styles.code}>{code}</code>
        <span className={styles.message}>{message[lang]}</span>
        <span className={styles.place}>
          <span className={styles.way} title={way}>
            {way}
          </span>
          <span>
            · {line}:{column}
          </span>
        </span>
      </button>
    </li>
  )
})

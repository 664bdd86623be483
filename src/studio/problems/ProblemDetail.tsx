import { explained } from '../../core/scenario/catalogue.ts'
import type { Diagnostic } from '../../core/scenario/diagnostic.ts'
import { fixFor, stepsOf } from '../../core/scenario/fixes.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { useValue } from '../draft/value.ts'
import { shownRoute } from '../proof/routes.ts'
import { Steps } from '../proof/Steps.tsx'
import { useStudio } from '../studio.ts'
import { Explained } from './Explained.tsx'
import styles from './Problems.module.css'

/** What a problem means, why it matters, how to mend it, and how the call gets there. */
export function ProblemDetail({ problem }: { readonly problem: Diagnostic }) {
  const t = useT('studio')
  const lang = useLanguage()
  const { findings, route, selection, edit } = useStudio()
  const { scenario, lastScenario } = useValue(findings)
  const { code, message, fix, route: steps = [] } = problem
  const about = explained(code)
  const mend = scenario && fixFor(problem, scenario)
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>{about?.title[lang] ?? code}</h2>
        <span className={styles.acts}>
          {mend && (
            <Button look="primary" onClick={() => void edit(mend.label, mend.edits)}>
              {t('problems.fix', { what: mend.label[lang] })}
            </Button>
          )}
          <Button onClick={() => selection.set({ path: stepsOf(problem), by: 'problems' })}>
            {t('problems.goTo')}
          </Button>
        </span>
      </div>
      <p>
        <Explained text={message[lang]} />
      </p>
      {steps.length > 0 && (
        <section>
          <div className={styles.head}>
            <p>
              <b>{t('problems.route')}</b> {t('problems.routeSteps', { n: steps.length })}
            </p>
            <Button onClick={() => route.set(shownRoute(message, steps, lastScenario))}>
              {t('problems.show')}
            </Button>
          </div>
          <Steps steps={steps} />
        </section>
      )}
      {about && (
        <p>
          <b>{t('problems.why')}</b> <Explained text={about.why[lang]} />
        </p>
      )}
      <p>
        <b>{t('problems.how')}</b> <Explained text={fix[lang]} />
      </p>
    </>
  )
}

import type { Diagnostic } from '../../core/scenario/diagnostic.ts'
import { fixFor } from '../../core/scenario/fixes.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { usePart } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import styles from './Forms.module.css'

/** What is wrong with a field, and how to mend it: by a click, where something does. */
export function Faults({ faults }: { readonly faults: readonly Diagnostic[] }) {
  return (
    <>
      {faults.map((fault) => (
        <Fault key={`${fault.code} ${fault.message.en}`} fault={fault} />
      ))}
    </>
  )
}

function Fault({ fault }: { readonly fault: Diagnostic }) {
  const t = useT('studio')
  const lang = useLanguage()
  const { findings, edit } = useStudio()
  const scenario = usePart(findings, (found) => found.scenario)
  const { message, fix, severity } = fault
  const mend = scenario && fixFor(fault, scenario)
  return (
    <div className={severity === 'error' ? styles.error : styles.warning}>
      <Icon name={severity === 'error' ? 'notice' : 'warn'} />
      <div className={styles.fault}>
        <p>
          {message[lang]} {mend ? '' : fix[lang]}
        </p>
        {mend && (
          <Button className={styles.mend} onClick={() => void edit(mend.label, mend.edits)}>
            {t('problems.fix', { what: mend.label[lang] })}
          </Button>
        )}
      </div>
    </div>
  )
}

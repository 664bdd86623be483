import { useState } from 'react'
import type { Path } from '../../core/scenario/diagnostic.ts'
import type { JsonMap } from '../../core/scenario/edit/write.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import styles from './Forms.module.css'
import { ObjectFields } from './ObjectFields.tsx'
import { conditionWords } from './sentence.ts'
import { useChoiceGround } from './useField.ts'

/** A condition as a sentence, with the fields that make it behind. */
export function ConditionValue({ path, value }: { readonly path: Path; readonly value: JsonMap }) {
  const t = useT('studio')
  const lang = useLanguage()
  const ground = useChoiceGround()
  const words = conditionWords(value, ground, lang)
  const [wanted, setOpen] = useState(false)
  const open = wanted || words === ''
  return (
    <div className={styles.stack}>
      <p className={styles.sentence}>{words || t('forms.always')}</p>
      {words !== '' && (
        <Button
          look="quiet"
          className={styles.add}
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          {t(open ? 'forms.closeCondition' : 'forms.editCondition')}
        </Button>
      )}
      {open && <ObjectFields path={path} />}
    </div>
  )
}

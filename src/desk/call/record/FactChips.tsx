import { useMemo } from 'react'
import type { Action } from '../../../ui/actions.ts'
import { useLanguage, useT } from '../../../ui/i18n/i18n.ts'
import { Kbd } from '../../../ui/kit/Kbd.tsx'
import { Popover } from '../../../ui/kit/Popover.tsx'
import { useDesk, useDeskView, useTaxonomy } from '../deskContext.ts'
import { KeyLayer } from '../KeyLayer.tsx'
import { FactEditor } from './FactEditor.tsx'
import { digitOf, FACT_FIELDS, type FactField, factWords, fieldOf } from './factFields.ts'
import styles from './record.module.css'

/** The facts of the matter, each a chip that opens its options. After E, a number opens one. */
export function FactChips() {
  const t = useT('desk')
  const { ui } = useDesk()
  const byNumber = ui.open === 'facts'
  const actions = useMemo<readonly Action[]>(
    () => [
      {
        id: 'desk.facts-pick',
        label: 'desk:act.facts',
        keys: FACT_FIELDS.map((_, index) => digitOf(index)),
        perform: (_, key) => {
          const field = FACT_FIELDS.find((_, index) => digitOf(index) === key)
          if (field) ui.api.show(`field:${field}`)
        },
      },
      {
        id: 'desk.facts-close',
        label: 'common:close',
        keys: ['Escape', 'E'],
        perform: () => ui.api.show(null),
      },
    ],
    [ui.api],
  )
  return (
    <fieldset className={styles.chips} aria-label={t('record.facts')}>
      {byNumber && <KeyLayer actions={actions} />}
      {FACT_FIELDS.map((field, index) => (
        <Chip key={field} field={field} digit={byNumber ? digitOf(index) : null} />
      ))}
    </fieldset>
  )
}

function Chip({ field, digit }: { field: FactField; digit: string | null }) {
  const lang = useLanguage()
  const { ui } = useDesk()
  const taxonomy = useTaxonomy()
  const { record } = useDeskView()
  const spec = fieldOf(taxonomy, field)
  const words = factWords(record, field, spec, lang)
  const name = spec?.name[lang] ?? field
  const part = `field:${field}` as const
  return (
    <Popover
      label={name}
      side="left"
      anchor={ui.api.panels.record}
      open={ui.open === part}
      onOpenChange={ui.api.onOpenChange(part)}
      returnsFocus={ui.api.returnsFocus}
      trigger={
        <button
          type="button"
          className={`${styles.field} ${styles.chip}`}
          title={words || undefined}
        >
          {words === '' ? <span className={styles.empty}>{name}</span> : <span>{words}</span>}
          {digit === null ? (
            words !== '' && <small>{name}</small>
          ) : (
            <span className={styles.key}>
              <Kbd keys={digit} decorative />
            </span>
          )}
        </button>
      }
    >
      <FactEditor field={field} />
    </Popover>
  )
}

import { classLabel } from '../../../core/taxonomy/taxonomy.ts'
import { useLanguage, useT } from '../../../ui/i18n/i18n.ts'
import { Kbd } from '../../../ui/kit/Kbd.tsx'
import { Popover } from '../../../ui/kit/Popover.tsx'
import { useDesk, useDeskView, useTaxonomy } from '../deskContext.ts'
import { ClassPicker } from './ClassPicker.tsx'
import styles from './record.module.css'

/** What kind of matter it is. */
export function ClassRow() {
  const t = useT('desk')
  const lang = useLanguage()
  const { ui, acts, perform } = useDesk()
  const taxonomy = useTaxonomy()
  const { class: chosen } = useDeskView().record
  const label = chosen === null ? t('record.classNone') : classLabel(taxonomy, chosen, lang)
  return (
    <div className={styles.row}>
      <span className={styles.label} id="record-class">
        {t('record.class')}
      </span>
      <Popover
        label={t('record.class')}
        side="left"
        anchor={ui.api.panels.record}
        open={ui.open === 'class'}
        onOpenChange={ui.api.onOpenChange('class')}
        returnsFocus={ui.api.returnsFocus}
        trigger={
          <button
            type="button"
            className={styles.field}
            aria-describedby="record-class"
            aria-keyshortcuts={acts.pickClass.keys[0]}
            data-need={chosen === null || undefined}
            title={chosen === null ? undefined : label}
          >
            <span className={chosen === null ? styles.empty : undefined}>{label}</span>
            {chosen === null ? <Kbd keys="C" decorative /> : <small>{chosen.split('.')[0]}</small>}
          </button>
        }
      >
        <ClassPicker
          chosen={chosen}
          onPick={(id, timeStamp) => {
            ui.api.show(null)
            perform({ do: 'set', change: { field: 'class', value: id } }, timeStamp)
          }}
        />
      </Popover>
    </div>
  )
}

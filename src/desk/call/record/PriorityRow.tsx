import { useMemo } from 'react'
import { OWNERS, type Owner, type Priority } from '../../../core/taxonomy/vocabulary.ts'
import { useLanguage, useT } from '../../../ui/i18n/i18n.ts'
import { Kbd } from '../../../ui/kit/Kbd.tsx'
import { Popover } from '../../../ui/kit/Popover.tsx'
import { Segmented } from '../../../ui/kit/Segmented.tsx'
import type { Searchable } from '../../../ui/search.ts'
import { useDesk, useDeskView, useTaxonomy } from '../deskContext.ts'
import { PickList } from '../PickList.tsx'
import styles from './record.module.css'

interface OwnerEntry extends Searchable {
  readonly owner: Owner
}

/** How urgent it is, and whose matter. */
export function PriorityRow() {
  const t = useT('desk')
  const { perform } = useDesk()
  const { priority } = useDeskView().record
  return (
    <div className={styles.row}>
      <span className={styles.label}>{t('record.priority')}</span>
      <div className={styles.priority}>
        <Segmented<Priority>
          label={t('record.priority')}
          fill
          value={priority}
          onChange={(value, timeStamp) =>
            perform({ do: 'set', change: { field: 'priority', value } }, timeStamp)
          }
          options={[
            { value: 'L1', label: 'L1', tone: 'grave' },
            { value: 'L2', label: 'L2' },
            { value: 'L3', label: 'L3' },
            { value: 'N', label: t('record.divert') },
          ]}
        />
        <OwnerPick />
      </div>
    </div>
  )
}

function OwnerPick() {
  const t = useT('desk')
  const lang = useLanguage()
  const { ui, acts, perform } = useDesk()
  const taxonomy = useTaxonomy()
  const { owner } = useDeskView().record
  const entries = useMemo<readonly OwnerEntry[]>(
    () =>
      OWNERS.flatMap((id) => {
        const named = taxonomy.owners.find((one) => one.id === id)
        return named ? [{ id, zh: named.name.zh, en: named.name.en, also: [id], owner: id }] : []
      }),
    [taxonomy],
  )
  return (
    <Popover
      label={t('record.owner')}
      side="left"
      anchor={ui.api.panels.record}
      open={ui.open === 'owner'}
      onOpenChange={ui.api.onOpenChange('owner')}
      returnsFocus={ui.api.returnsFocus}
      trigger={
        <button
          type="button"
          className={styles.field}
          aria-keyshortcuts={acts.owner.keys[0]}
          data-need={owner === null || undefined}
        >
          <span className={owner === null ? styles.empty : undefined}>
            {owner === null
              ? t('record.owner')
              : owner === 'utility'
                ? ownerWords(entries, owner, lang)
                : owner}
          </span>
          {owner === null ? <Kbd keys="O" decorative /> : <small>{t('record.owner')}</small>}
        </button>
      }
    >
      <div className={styles.pop}>
        <PickList
          label={t('record.owner')}
          entries={entries}
          isOn={(entry) => entry.owner === owner}
          onPick={(entry, timeStamp) => {
            ui.api.show(null)
            perform({ do: 'set', change: { field: 'owner', value: entry.owner } }, timeStamp)
          }}
        />
      </div>
    </Popover>
  )
}

function ownerWords(entries: readonly OwnerEntry[], owner: string, lang: 'zh' | 'en'): string {
  return (entries.find(({ id }) => id === owner)?.[lang] ?? owner).replace(/[（(].*$/, '')
}

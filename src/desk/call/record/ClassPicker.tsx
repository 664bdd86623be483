import { useMemo, useState } from 'react'
import { searchClasses } from '../../../core/taxonomy/search.ts'
import { type ClassEntry, classLabel } from '../../../core/taxonomy/taxonomy.ts'
import { useLanguage, useT } from '../../../ui/i18n/i18n.ts'
import type { Searchable } from '../../../ui/search.ts'
import { useTaxonomy } from '../deskContext.ts'
import { PickField } from '../PickList.tsx'
import { useInitials } from '../useInitials.ts'
import styles from './ClassPicker.module.css'
import { ClassTree } from './ClassTree.tsx'

interface ClassHitEntry extends Searchable {
  readonly entry: ClassEntry
}

export interface ClassPickerProps {
  readonly chosen: string | null
  readonly onPick: (id: string, timeStamp: number) => void
}

/** Classes by search; with nothing typed, by the tree. */
export function ClassPicker({ chosen, onPick }: ClassPickerProps) {
  const t = useT('desk')
  const lang = useLanguage()
  const taxonomy = useTaxonomy()
  const [query, setQuery] = useState('')
  const initials = useInitials(true)
  const hits = useMemo<readonly ClassHitEntry[]>(
    () =>
      searchClasses(taxonomy, query, initials, 14).map(({ entry }) => ({
        id: entry.id,
        zh: classLabel(taxonomy, entry.id, 'zh'),
        en: classLabel(taxonomy, entry.id, 'en'),
        entry,
      })),
    [taxonomy, query, initials],
  )
  return (
    <div className={styles.box}>
      <PickField
        label={t('record.classSearch')}
        query={query}
        onQuery={setQuery}
        hits={hits}
        onPick={({ id }, timeStamp) => onPick(id, timeStamp)}
        note={({ entry }) =>
          entry.provisional ? `${t('record.provisional')} ${entry.id}` : entry.id.split('.')[0]
        }
        atRest={<ClassTree chosen={chosen} onPick={onPick} lang={lang} />}
      />
    </div>
  )
}

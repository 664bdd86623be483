import { useMemo } from 'react'
import type { RecordChange } from '../../../core/sim/command.ts'
import { toggled } from '../../../core/taxonomy/options.ts'
import { useLanguage, useT } from '../../../ui/i18n/i18n.ts'
import { Button } from '../../../ui/kit/Button.tsx'
import type { Searchable } from '../../../ui/search.ts'
import { useDesk, useDeskView, useTaxonomy } from '../deskContext.ts'
import { PickList } from '../PickList.tsx'
import {
  type FactField,
  fieldOf,
  isListField,
  listChange,
  type WordField,
  wordChange,
} from './factFields.ts'
import styles from './record.module.css'
import { useDraft } from './useDraft.ts'

/** What opens from a chip: a number, a word, one of a list or several. */
export function FactEditor({ field }: { field: FactField }) {
  const t = useT('desk')
  const lang = useLanguage()
  const { ui, perform } = useDesk()
  const taxonomy = useTaxonomy()
  const { record } = useDeskView()
  const spec = fieldOf(taxonomy, field)
  const value = record[field]
  const filled = Array.isArray(value) ? value.length > 0 : value !== null
  const set = (change: RecordChange, timeStamp: number) => perform({ do: 'set', change }, timeStamp)
  const clear = (timeStamp: number) =>
    set(isListField(field) ? listChange(field, []) : { field, value: null }, timeStamp)
  const entries = useMemo<readonly Searchable[]>(
    () => spec?.options.map(({ id, zh, en }) => ({ id, zh, en })) ?? [],
    [spec],
  )
  return (
    <div className={styles.pop}>
      <div className={styles.popHead}>
        <h3>{spec?.name[lang]}</h3>
        {filled && (
          <Button look="quiet" onClick={(event) => clear(event.timeStamp)}>
            {t('record.clear')}
          </Button>
        )}
      </div>
      {field === 'people' && <PeopleInput />}
      {(field === 'callback' || field === 'callerName') && <WordInput field={field} />}
      {field === 'when' && (
        <PickList
          label={t('record.find')}
          entries={entries}
          isOn={({ id }) => id === record.when}
          onPick={({ id }, timeStamp) => {
            ui.api.show(null)
            set(wordChange(field, id), timeStamp)
          }}
        />
      )}
      {isListField(field) && (
        <PickList
          label={t('record.find')}
          entries={entries}
          isOn={({ id }) => record[field].includes(id)}
          onPick={({ id }, timeStamp) =>
            set(listChange(field, toggled(record[field], id, spec)), timeStamp)
          }
          {...(spec?.free
            ? {
                onFree: (text: string, timeStamp: number) =>
                  set(
                    listChange(field, toggled(record[field], text.slice(0, 80), spec)),
                    timeStamp,
                  ),
              }
            : {})}
        />
      )}
    </div>
  )
}

/** How many people there are: by button or number. */
function PeopleInput() {
  const t = useT('desk')
  const { ui, perform } = useDesk()
  const { people } = useDeskView().record
  const set = (value: number | null, timeStamp: number) =>
    perform({ do: 'set', change: { field: 'people', value } }, timeStamp)
  const draft = useDraft(
    people === null ? '' : String(people),
    (text, timeStamp) => {
      const count = /^\d{1,4}$/.test(text) ? Number(text) : null
      if (count !== people) set(count, timeStamp)
    },
    true,
  )
  return (
    <>
      <input
        className={styles.box}
        inputMode="numeric"
        maxLength={4}
        aria-label={t('record.peopleInput')}
        {...draft}
      />
      <div className={styles.quick}>
        {[1, 2, 3, 4, 5].map((count) => (
          <Button
            key={count}
            onClick={(event) => {
              ui.api.show(null)
              set(count, event.timeStamp)
            }}
          >
            {count}
          </Button>
        ))}
      </div>
    </>
  )
}

function WordInput({ field }: { field: Exclude<WordField, 'when'> }) {
  const t = useT('desk')
  const lang = useLanguage()
  const { perform } = useDesk()
  const taxonomy = useTaxonomy()
  const { record, line } = useDeskView()
  const set = (text: string, timeStamp: number) =>
    perform({ do: 'set', change: wordChange(field, text === '' ? null : text) }, timeStamp)
  const draft = useDraft(record[field] ?? '', set, true)
  return (
    <>
      <input
        className={styles.box}
        maxLength={40}
        autoComplete="off"
        aria-label={fieldOf(taxonomy, field)?.name[lang]}
        {...draft}
      />
      {field === 'callback' && (
        <Button onClick={(event) => set(line.number, event.timeStamp)}>
          {t('record.useShown')} {line.number}
        </Button>
      )}
    </>
  )
}

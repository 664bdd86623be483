import { useState } from 'react'
import type { PlanStep } from '../../core/plan/plan.ts'
import { recordChange } from '../../core/sim/command.ts'
import type { RecordView, View } from '../../core/sim/view.ts'
import { toggled } from '../../core/taxonomy/options.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { MenuPick } from '../../ui/kit/MenuPick.tsx'
import { useCity } from '../ground.ts'
import { useStudio } from '../studio.ts'
import styles from './Play.module.css'

interface RecordActsProps {
  readonly view: View
  readonly onAct: (step: PlanStep) => void
}

/** The incident record as on the desk: class, priority, owner, place, and every other field. */
export function RecordActs({ view: { record }, onAct }: RecordActsProps) {
  const t = useT('studio')
  const { ground, findings } = useStudio()
  const { taxonomy } = ground
  const city = useCity(ground, findings.get().lastScenario?.city)
  const places = city ? [...city.city.landmarks.values(), ...city.city.stations] : []
  return (
    <div className={styles.world}>
      <MenuPick
        label={t('play.stepNames.classify')}
        entries={taxonomy.entries.map(({ id, name }) => ({ id, ...name, also: [id] }))}
        note={({ id }) => id}
        onPick={({ id }) => onAct({ classify: id })}
      />
      <MenuPick
        label={t('play.stepNames.priority')}
        entries={taxonomy.priorities.map(({ id, name }) => ({ id, ...name, also: [id] }))}
        note={({ id }) => id}
        onPick={({ id }) => onAct({ priority: id })}
      />
      <MenuPick
        label={t('play.stepNames.owner')}
        entries={taxonomy.owners.map(({ id, name }) => ({ id, ...name }))}
        onPick={({ id }) => onAct({ owner: id })}
      />
      <MenuPick
        label={t('play.stepNames.find')}
        entries={places.map(({ id, name }) => ({ id, ...name }))}
        onPick={({ id }) => onAct({ find: id })}
      />
      <OtherField taxonomy={taxonomy} record={record} onAct={onAct} />
    </div>
  )
}

/** Fields with an act of their own. */
const APART: ReadonlySet<string> = new Set(['location', 'class', 'priority', 'owner'])

const isTicked = (now: unknown, option: string): boolean =>
  Array.isArray(now) ? now.includes(option) : now === option

/** One of the other fields, and what goes into it. */
function OtherField({
  taxonomy,
  record,
  onAct,
}: {
  readonly taxonomy: Taxonomy
  readonly record: RecordView
  readonly onAct: (step: PlanStep) => void
}) {
  const t = useT('studio')
  const lang = useLanguage()
  const [id, setId] = useState('')
  const [text, setText] = useState('')
  const fields = taxonomy.fields.filter((field) => !APART.has(field.id))
  const field = fields.find((one) => one.id === id)
  const now = field && record[field.id as keyof RecordView]
  const put = (value: unknown) => {
    if (!field) return
    const read = recordChange.safeParse({ field: field.id, value })
    if (read.success) onAct({ set: read.data })
    setText('')
  }
  return (
    <>
      <MenuPick
        label={t('play.field')}
        now={field?.name[lang]}
        entries={fields.map((one) => ({ id: one.id, ...one.name }))}
        isTicked={(one) => one.id === id}
        onPick={(one) => setId(one.id)}
      />
      {field && field.options.length > 0 && (
        <MenuPick
          label={t('play.into', { what: field.name[lang] })}
          entries={field.options}
          isTicked={(option) => isTicked(now, option.id)}
          onPick={(option) => put(Array.isArray(now) ? toggled(now, option.id, field) : option.id)}
        />
      )}
      {field && field.options.length === 0 && (
        <form
          className={styles.world}
          onSubmit={(event) => {
            event.preventDefault()
            put(field.kind === 'number' ? Number(text) : text)
          }}
        >
          <input
            className={styles.input}
            aria-label={t('play.into', { what: field.name[lang] })}
            type={field.kind === 'number' ? 'number' : 'text'}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Button type="submit">{t('play.put')}</Button>
        </form>
      )}
    </>
  )
}

import { useState } from 'react'
import type { PlanStep } from '../../core/plan/plan.ts'
import { recordChange } from '../../core/sim/command.ts'
import type { RecordView, View } from '../../core/sim/view.ts'
import { toggled } from '../../core/taxonomy/options.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { useCity } from '../ground.ts'
import { useStudio } from '../studio.ts'
import { Pick } from './Pick.tsx'
import styles from './Play.module.css'

interface RecordActsProps {
  readonly view: View
  readonly onAct: (step: PlanStep) => void
}

/** The incident record as on the desk: class, priority, owner, place, and every other field. */
export function RecordActs({ view: { record }, onAct }: RecordActsProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { ground, findings } = useStudio()
  const { taxonomy } = ground
  const city = useCity(ground, findings.get().lastScenario?.city)
  const places = city ? [...city.city.landmarks.values(), ...city.city.stations] : []
  return (
    <div className={styles.world}>
      <Pick
        label={t('play.stepNames.classify')}
        options={taxonomy.entries.map(({ id, name }) => [id, `${id} ${name[lang]}`])}
        onPick={(classify) => onAct({ classify })}
      />
      <Pick
        label={t('play.stepNames.priority')}
        options={taxonomy.priorities.map(({ id, name }) => [id, `${id} ${name[lang]}`])}
        onPick={(priority) => onAct({ priority })}
      />
      <Pick
        label={t('play.stepNames.owner')}
        options={taxonomy.owners.map(({ id, name }) => [id, name[lang]])}
        onPick={(owner) => onAct({ owner })}
      />
      <Pick
        label={t('play.stepNames.find')}
        options={places.map(({ id, name }) => [id, name[lang]])}
        onPick={(find) => onAct({ find })}
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
      <select
        className={styles.pick}
        aria-label={t('play.field')}
        value={id}
        onChange={({ target }) => setId(target.value)}
      >
        <option value="">{t('play.field')}…</option>
        {fields.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name[lang]}
          </option>
        ))}
      </select>
      {field && field.options.length > 0 && (
        <Pick
          label={t('play.into', { what: field.name[lang] })}
          options={field.options.map((option) => [
            option.id,
            `${isTicked(now, option.id) ? '✓ ' : ''}${option[lang]}`,
          ])}
          onPick={(option) => put(Array.isArray(now) ? toggled(now, option, field) : option)}
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
            className={styles.pick}
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

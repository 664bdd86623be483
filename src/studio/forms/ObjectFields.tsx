import { useState } from 'react'
import type { Path } from '../../core/scenario/diagnostic.ts'
import { shapesAt } from '../../core/scenario/edit/shape.ts'
import { isMap, type Json, type JsonMap } from '../../core/scenario/edit/write.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { SearchPick } from '../../ui/kit/SearchPick.tsx'
import { choicesAt } from '../choices/choices.ts'
import { useStudio } from '../studio.ts'
import { Field } from './Field.tsx'
import styles from './Forms.module.css'
import { nameOf } from './names.ts'
import { startingValue } from './starting.ts'
import { useChoiceGround, useField } from './useField.ts'
import { pathKey } from './widgets.tsx'

export interface ObjectFieldsProps {
  readonly path: Path
  /** Only these keys, in this order. */
  readonly only?: readonly string[]
  /** Not these: they have a form of their own. */
  readonly except?: readonly string[]
  /** Shown even while nothing is written there. */
  readonly always?: readonly string[]
}

/** The fields of a map: those that are there, and a menu of those that could be. */
export function ObjectFields({ path, only, except = [], always = [] }: ObjectFieldsProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const ground = useChoiceGround()
  const { value, set } = useField(path)
  const { edit } = useEdit()
  const now: JsonMap = isMap(value) ? value : {}
  const keys = only ?? keysOf(path)
  const shown = keys.filter(
    (key) => !except.includes(key) && (Object.hasOwn(now, key) || always.includes(key)),
  )
  const missing = keys.filter((key) => !except.includes(key) && !shown.includes(key))
  const name = (key: string) => nameOf([...path, key])[lang]
  return (
    <div className={path.length > 0 && !only && always.length === 0 ? styles.inner : styles.stack}>
      {shown.map((key) => (
        <Field key={pathKey([...path, key])} path={[...path, key]} />
      ))}
      {missing.length > 0 && (
        <select
          className={styles.addMenu}
          aria-label={t('forms.addField')}
          value=""
          onChange={({ target }) => {
            const key = target.value
            if (key === '') return
            const first = startingValue([...path, key], ground)
            // one of several kinds: the other one goes
            if (isOneOf(path)) set({ ...withoutOthers(path, key, now), [key]: first })
            else edit([...path, key], first)
          }}
        >
          <option value="">＋ {t('forms.addField')}</option>
          {missing.map((key) => (
            <option key={key} value={key}>
              {name(key)}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

/** Writes a value at a path. */
function useEdit(): { readonly edit: (path: Path, value: Json) => void } {
  const { edit } = useStudio()
  return {
    edit: (path, value) => {
      const name = nameOf(path)
      void edit({ zh: `加“${name.zh}”`, en: `add '${name.en}'` }, [{ kind: 'set', path, value }])
    },
  }
}

function keysOf(path: Path): string[] {
  return [
    ...new Set(
      shapesAt(path).flatMap((shape) =>
        shape.kind === 'object' ? shape.keys : shape.kind === 'text' ? ['zh', 'en'] : [],
      ),
    ),
  ]
}

/** A trigger or a crossing is one of several maps, each with a key of its own. */
function isOneOf(path: Path): boolean {
  return shapesAt(path).filter(({ kind }) => kind === 'object').length > 1
}

/** What the map may keep once it gets this key. */
function withoutOthers(path: Path, key: string, now: JsonMap): JsonMap {
  const fits = shapesAt(path).find((shape) => shape.kind === 'object' && shape.keys.includes(key))
  const allowed = fits?.kind === 'object' ? fits.keys : []
  return Object.fromEntries(Object.entries(now).filter(([name]) => allowed.includes(name)))
}

/** Classes and what each earns: one more is found in the taxonomy. */
function ClassFields({ path, value }: { readonly path: Path; readonly value: JsonMap }) {
  const t = useT('studio')
  const ground = useChoiceGround()
  const { edit } = useEdit()
  const right = [...path.slice(0, -1), 'is']
  const { value: is } = useField(right)
  const left = (choicesAt(right, ground) ?? []).filter(
    ({ id }) => !Object.hasOwn(value, id) && id !== is,
  )
  return (
    <div className={styles.inner}>
      {Object.keys(value).map((key) => (
        <Field key={key} path={[...path, key]} />
      ))}
      <SearchPick
        label={t('forms.addClass')}
        entries={left}
        note={({ id }) => id}
        onPick={({ id }) => edit([...path, id], CLASS_POINTS)}
      />
    </div>
  )
}

/** Of 14: half right. */
const CLASS_POINTS = 7

/** A map whose keys are the author's own: drawn values, classes and their points. */
export function RecordFields({ path, value }: { readonly path: Path; readonly value: JsonMap }) {
  return path.at(-1) === 'also' ? (
    <ClassFields path={path} value={value} />
  ) : (
    <DrawnFields path={path} value={value} />
  )
}

function DrawnFields({ path, value }: { readonly path: Path; readonly value: JsonMap }) {
  const t = useT('studio')
  const ground = useChoiceGround()
  const { edit } = useEdit()
  const [name, setName] = useState('')
  const add = () => {
    if (name.trim() === '') return
    edit([...path, name.trim()], startingValue([...path, name.trim()], ground))
    setName('')
  }
  return (
    <div className={styles.inner}>
      {Object.keys(value).map((key) => (
        <Field key={key} path={[...path, key]} />
      ))}
      <div className={styles.pair}>
        <input
          type="text"
          className={styles.input}
          aria-label={t('forms.newName')}
          placeholder={t('forms.newName')}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <Button square aria-label={t('forms.addField')} onClick={add}>
          <Icon name="plus" size={12} />
        </Button>
      </div>
    </div>
  )
}

import { memo, useId } from 'react'
import type { Path } from '../../core/scenario/diagnostic.ts'
import { isRequired, type Shape, shapesAt } from '../../core/scenario/edit/shape.ts'
import { isList, isMap, type Json } from '../../core/scenario/edit/write.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { type ChoiceGround, choicesAt } from '../choices/choices.ts'
import { ConditionValue } from './ConditionValue.tsx'
import { Faults } from './Faults.tsx'
import styles from './Forms.module.css'
import { MoodWayMark } from './MoodWayMark.tsx'
import { type FieldName, nameOf } from './names.ts'
import { ObjectFields, RecordFields } from './ObjectFields.tsx'
import { startingValue } from './starting.ts'
import { type FieldState, useChoiceGround, useField } from './useField.ts'
import { useFittingField } from './useFittingField.ts'
import { useMoves } from './useMoves.ts'
import {
  CheckBox,
  likeBefore,
  NumberBox,
  PickMany,
  PickOne,
  pathKey,
  TextBox,
  TextPair,
  Words,
} from './widgets.tsx'

/** A place of the file with its name, what may be done there, and what is wrong. */
export const Field = memo(FieldView, (a, b) => pathKey(a.path) === pathKey(b.path))

function FieldView({ path }: { readonly path: Path }) {
  const t = useT('studio')
  const lang = useLanguage()
  const id = useId()
  const field = useFittingField(path)
  const ground = useChoiceGround()
  const name = nameIn(path, ground)
  const wide = isWide(path, field.value)
  const removable = field.value !== undefined && !isRequired(path)
  return (
    <fieldset
      className={wide ? styles.wide : styles.row}
      data-place={`field.${pathKey(path)}`}
      aria-labelledby={id}
    >
      <div className={styles.label}>
        <span id={id} title={name.hint?.[lang]}>
          {name[lang]}
        </span>
        {removable && (
          <Button
            look="quiet"
            square
            className={styles.small}
            aria-label={t('forms.takeAway', { what: name[lang] })}
            onClick={field.remove}
          >
            <Icon name="close" size={12} />
          </Button>
        )}
      </div>
      <div className={styles.stack}>
        <Value path={path} field={field} label={name[lang]} />
        {name.hint && <small className={styles.hint}>{name.hint[lang]}</small>}
        <Faults faults={field.faults} />
      </div>
    </fieldset>
  )
}

/** A class that earns points too is called what the taxonomy calls it. */
function nameIn(path: Path, ground: ChoiceGround): FieldName {
  const id = String(path.at(-1))
  if (path.at(-2) !== 'also' || !path.includes('class')) return nameOf(path)
  const known = ground.taxonomy.entries.find((entry) => entry.id === id)
  return known ? { ...known.name, hint: { zh: id, en: id } } : nameOf(path)
}

/** Maps and lists of maps take the whole width. */
function isWide(path: Path, value: Json | undefined): boolean {
  if (isList(value)) return value.some((item) => isMap(item))
  return isMap(value) && !shapesAt(path).some(({ kind }) => kind === 'text')
}

interface ValueProps {
  readonly path: Path
  readonly field: FieldState
  readonly label: string
}

/** The widget that fits what is written there, else what may be written. */
export function Value({ path, field, label }: ValueProps) {
  const ground = useChoiceGround()
  const lang = useLanguage()
  const { value, set, faults } = field
  const shapes = shapesAt(path)
  const find = <K extends Shape['kind']>(kind: K) =>
    shapes.find((shape): shape is Extract<Shape, { kind: K }> => shape.kind === kind)
  const choices = choicesAt(path, ground)
  const isWrong = faults.length > 0
  const isEmpty = value === undefined
  if (isList(value) || (isEmpty && find('list') && !find('string') && !find('text')))
    return <ListValue path={path} value={isList(value) ? value : []} field={field} label={label} />
  if (isMap(value)) {
    const keys = Object.keys(value)
    const isText = find('text') && keys.every((key) => key === 'zh' || key === 'en')
    const list = isText && find('list')
    if (isText)
      return (
        <>
          <TextPair
            label={label}
            value={value}
            isWrong={isWrong}
            onFirst={set}
            onChange={field.setAt}
          />
          {list && <MoreWays onMore={() => set([value, startingValue([...path, 0], ground)])} />}
        </>
      )
    if (isCondition(path)) return <ConditionValue path={path} value={value} />
    if (find('object')) return <ObjectFields path={path} />
    return <RecordFields path={path} value={value} />
  }
  if (isEmpty && find('text'))
    return (
      <TextPair
        label={label}
        value={undefined}
        isWrong={isWrong}
        onFirst={set}
        onChange={field.setAt}
      />
    )
  if (choices && choices.length > 0 && !Array.isArray(value))
    return (
      <>
        <PickOne
          label={label}
          value={value === undefined ? undefined : String(value)}
          choices={choices}
          onChange={set}
          isWrong={isWrong}
        />
        {String(path.at(-1)) === 'goto' && typeof value === 'string' && (
          <MoreWays onMore={() => set([{ when: { trust: '>= 50' }, to: value }, { to: value }])} />
        )}
      </>
    )
  const fixed = find('fixed')
  if (fixed && !find('string'))
    return (
      <PickOne
        label={label}
        value={value === undefined ? undefined : String(value)}
        choices={fixed.values.map((one) => ({ id: String(one), zh: String(one), en: String(one) }))}
        onChange={(next) => set(fixed.values.find((one) => String(one) === next) ?? next)}
        isWrong={isWrong}
      />
    )
  if (find('boolean') && (isEmpty || typeof value === 'boolean'))
    return <CheckBox label={label} value={value === true} onChange={set} />
  const number = find('number')
  if (number && (isEmpty || typeof value === 'number'))
    return (
      <div className={styles.pair}>
        <NumberBox
          label={label}
          value={typeof value === 'number' ? value : undefined}
          min={number.min}
          max={number.max}
          onChange={set}
        />
        {typeof value === 'number' && <MoodWayMark path={path} change={value} />}
      </div>
    )
  if (isEmpty && isCondition(path)) return <ConditionValue path={path} value={{}} />
  if (isEmpty && find('object')) return <ObjectFields path={path} />
  return (
    <TextBox
      label={label}
      lang={lang}
      value={value === undefined || value === null ? '' : String(value)}
      onChange={(text) => set(likeBefore(value, text))}
      isWrong={isWrong}
    />
  )
}

/** A condition, not a fact's time, which has the same name. */
function isCondition(path: Path): boolean {
  return (
    String(path.at(-1)) === 'when' &&
    shapesAt(path).some((shape) => shape.kind === 'object' && shape.keys.includes('known'))
  )
}

function MoreWays({ onMore }: { readonly onMore: () => void }) {
  const t = useT('studio')
  return (
    <Button look="quiet" className={styles.add} onClick={onMore}>
      <Icon name="plus" size={12} /> {t('forms.byCase')}
    </Button>
  )
}

/** Flags are made by naming them; everything else must be there already. */
const OPEN: ReadonlySet<string> = new Set(['set'])

function ListValue({
  path,
  value,
  field,
  label,
}: ValueProps & { readonly value: readonly Json[] }) {
  const t = useT('studio')
  const ground = useChoiceGround()
  const choices = choicesAt(path, ground)
  const item = shapesAt([...path, 0])
  const plain = value.every((one) => typeof one === 'string')
  const ofMaps = item.some(({ kind }) => kind === 'object' || kind === 'text' || kind === 'record')
  if (choices && plain && (!ofMaps || value.length > 0))
    return (
      <PickMany
        label={label}
        value={value.map(String)}
        choices={choices}
        isOpen={OPEN.has(String(path.at(-1)))}
        onAdd={field.add}
        onRemove={field.removeAt}
      />
    )
  if (!ofMaps || (value.length > 0 && value.every((one) => !isMap(one))))
    return (
      <Words
        label={label}
        value={value}
        onAdd={field.add}
        onChange={field.setAt}
        onRemove={field.removeAt}
      />
    )
  const items = value.map((_, index): Path => [...path, index])
  return (
    <div className={styles.stack}>
      {items.map((at, index) => (
        <Item key={pathKey(at)} path={at} index={index} count={items.length} />
      ))}
      <Button
        className={styles.add}
        onClick={() => field.add(startingValue([...path, value.length], ground))}
      >
        <Icon name="plus" size={12} /> {t('forms.addOne', { what: label })}
      </Button>
    </div>
  )
}

function Item({
  path,
  index,
  count,
}: {
  readonly path: Path
  readonly index: number
  readonly count: number
}) {
  const t = useT('studio')
  const field = useField(path)
  const { edit } = useMoves(path)
  return (
    <fieldset className={styles.item} aria-label={String(index + 1)}>
      <div className={styles.itemHead}>
        <b>{index + 1}</b>
        <Button
          look="quiet"
          square
          disabled={index === 0}
          aria-label={t('forms.up')}
          onClick={() => edit(index - 1)}
        >
          <Icon name="up" size={12} />
        </Button>
        <Button
          look="quiet"
          square
          disabled={index === count - 1}
          aria-label={t('forms.down')}
          onClick={() => edit(index + 1)}
        >
          <Icon name="down" size={12} />
        </Button>
        <Button
          look="quiet"
          square
          aria-label={t('forms.takeAway', { what: String(index + 1) })}
          onClick={field.remove}
        >
          <Icon name="close" size={12} />
        </Button>
      </div>
      <Value path={path} field={field} label={String(index + 1)} />
      <Faults faults={field.faults} />
    </fieldset>
  )
}

import { isObject, textIn } from '../../core/city/json.ts'
import { unitsOf } from '../../core/city/nameChecks.ts'
import { idTrouble, namedBy, renameFeature } from '../../core/city/renaming.ts'
import { calledIn, type Feature } from '../../core/city/sketch.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { noteIn } from './acts.ts'
import styles from './City.module.css'
import { chosenOf, pointOf, useCityDesk } from './desk.ts'
import { Row } from './FormRow.tsx'
import { IdField } from './IdField.tsx'
import { KINDS_OF, KindName } from './KindName.tsx'
import { TextField } from './TextField.tsx'

/** What is chosen, as fields. */
export function PlaceForm({ feature }: { readonly feature: Feature }) {
  const t = useT('studio')
  const lang = useLanguage()
  const { canEdit, edit, choose, around, sketch } = useCityDesk()
  const { layer, index, name, id, properties } = feature
  const isPlace = layer === 'landmarks' || layer === 'stations'
  const hasId = layer !== 'water' && layer !== 'land'
  const called = { zh: calledIn('zh', feature), en: calledIn('en', feature) }
  const set = (what: string, zh: string, properties: Readonly<Record<string, unknown>>) =>
    edit(
      { zh: `${called.zh}：${zh}`, en: `${called.en}: ${what}` },
      { kind: 'set', layer, index, properties },
      `${what} ${layer} ${index}`,
    )
  const rename = (language: 'zh' | 'en') => (text: string) =>
    set('name', '名称', {
      // land may go without a name
      name:
        layer === 'land'
          ? noteIn(properties.name, language, text)
          : { ...written(properties.name), [language]: text },
    })
  const at = pointOf(feature)
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <fieldset disabled={!canEdit} className={styles.fields}>
        <Row label={t('cities.zhName')}>
          {(fieldId) => (
            <TextField
              id={fieldId}
              lang="zh-CN"
              most={60}
              value={name.zh}
              onChange={rename('zh')}
            />
          )}
        </Row>
        <Row label={t('cities.enName')}>
          {(fieldId) => (
            <TextField id={fieldId} lang="en" most={80} value={name.en} onChange={rename('en')} />
          )}
        </Row>
        {layer !== 'districts' && (
          <Row label={layer === 'roads' ? t('cities.class') : t('cities.kind')}>
            {(fieldId) => (
              <KindPick
                id={fieldId}
                feature={feature}
                onPick={(kind) =>
                  set('kind', '类别', layer === 'roads' ? { class: kind } : { kind })
                }
              />
            )}
          </Row>
        )}
        {layer === 'roads' && (
          <NumberRow
            label={`${t('cities.speed')} (${t('cities.speedUnit')})`}
            least={5}
            most={120}
            value={properties.speed}
            onChange={(speed) => set('speed', '车速', { speed })}
          />
        )}
        {layer === 'water' && feature.shape === 'line' && (
          <NumberRow
            label={t('cities.width')}
            least={1}
            most={2000}
            value={properties.width}
            onChange={(width) => set('width', '宽度', { width })}
          />
        )}
        {(layer === 'landmarks' || layer === 'roads') && (
          <Row label={t('cities.aliases')} hint={t('cities.aliasesHint')}>
            {(fieldId, hintId) => (
              <TextField
                id={fieldId}
                hint={hintId}
                most={500}
                value={listed(properties.aliases, lang)}
                onChange={(text) => set('aliases', '别名', { aliases: split(text) })}
              />
            )}
          </Row>
        )}
        {layer === 'landmarks' && (
          <Row label={t('cities.number')}>
            {(fieldId) => (
              <TextField
                id={fieldId}
                most={7}
                value={textIn(properties, 'number')}
                onChange={(text) => set('number', '号牌', { number: text || undefined })}
              />
            )}
          </Row>
        )}
        {isPlace && (
          <>
            <Where
              feature={feature}
              what="district"
              onPick={(district) => set('district', '所在区', { district })}
            />
            <Where
              feature={feature}
              what="road"
              onPick={(road) => set('road', '所在路', { road })}
            />
          </>
        )}
        {layer === 'landmarks' && (
          <Row label={t('cities.sees')} hint={t('cities.seesHint')}>
            {(fieldId, hintId) => (
              <TextField
                id={fieldId}
                hint={hintId}
                most={200}
                isLong
                lang={lang === 'zh' ? 'zh-CN' : 'en'}
                value={textIn(properties.sees, lang)}
                onChange={(text) =>
                  set('sees', '能看见', { sees: noteIn(properties.sees, lang, text) })
                }
              />
            )}
          </Row>
        )}
        {hasId && (
          <Row label={t('cities.id')}>
            {(fieldId) => (
              <IdField
                id={fieldId}
                value={id}
                what={isPlace ? 'places' : null}
                followers={namedBy(sketch, feature).length}
                trouble={(to) => idTrouble(sketch, feature, to)}
                onRename={(to, isLeaving) => {
                  const label = { zh: `${called.zh}：编号`, en: `${called.en}: id` }
                  const isDone = edit(label, renameFeature(sketch, feature, to))
                  if (isDone && !isLeaving) choose({ layer, index, id: to, was: id })
                  return isDone
                }}
              />
            )}
          </Row>
        )}
      </fieldset>
      {layer === 'stations' && <Units feature={feature} />}
      {at && (
        <p className={styles.fact}>
          {t('cities.position')} {t('cities.positionOf', { x: at.x, y: at.y })}
        </p>
      )}
      {canEdit && (
        <p className={styles.acts}>
          {isPlace && at && (
            <Button onClick={() => set('where', '所在区和路', around(at))}>
              {t('cities.byPlace')}
            </Button>
          )}
          <Button
            onClick={() => {
              const label = { zh: `删除${called.zh}`, en: `delete ${called.en}` }
              if (edit(label, { kind: 'remove', layer, index })) choose(null)
            }}
          >
            {t('cities.delete')}
          </Button>
        </p>
      )}
    </form>
  )
}

const written = (value: unknown): object => (isObject(value) ? value : {})

const listed = (value: unknown, lang: 'zh' | 'en'): string =>
  Array.isArray(value) ? value.join(lang === 'zh' ? '、' : ', ') : ''

const split = (text: string): readonly string[] =>
  text
    .split(/[、，,;；]\s*/)
    .map((one) => one.trim().slice(0, 40))
    .filter((one) => one !== '')
    .slice(0, 12)

interface NumberRowProps {
  readonly label: string
  readonly least: number
  readonly most: number
  readonly value: unknown
  readonly onChange: (value: number) => void
}

/** A whole number. */
function NumberRow({ label, least, most, value, onChange }: NumberRowProps) {
  return (
    <Row label={label}>
      {(fieldId) => (
        <input
          id={fieldId}
          type="number"
          min={least}
          max={most}
          className={styles.input}
          value={typeof value === 'number' ? value : ''}
          onChange={({ target }) => {
            const number = Math.round(Number(target.value))
            if (target.value !== '' && Number.isFinite(number)) onChange(number)
          }}
        />
      )}
    </Row>
  )
}

interface KindPickProps {
  readonly id: string
  readonly feature: Feature
  readonly onPick: (kind: string) => void
}

function KindPick({ id, feature: { layer, kind }, onPick }: KindPickProps) {
  const kinds = KINDS_OF[layer]
  return (
    <select
      id={id}
      className={styles.input}
      value={kind}
      onChange={({ target }) => onPick(target.value)}
    >
      {!kinds.includes(kind) && <option value={kind}>{kind || '—'}</option>}
      {kinds.map((one) => (
        <option key={one} value={one}>
          <KindName feature={{ layer, kind: one }} />
        </option>
      ))}
    </select>
  )
}

interface WhereProps {
  readonly feature: Feature
  readonly what: 'district' | 'road'
  readonly onPick: (id: string) => void
}

/** The district or road that a place names. */
function Where({ feature, what, onPick }: WhereProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { sketch } = useCityDesk()
  const own = textIn(feature.properties, what)
  const all = what === 'district' ? sketch.layers.districts : sketch.layers.roads
  return (
    <Row label={t(what === 'district' ? 'cities.district' : 'cities.road')}>
      {(fieldId) => (
        <select
          id={fieldId}
          className={styles.input}
          value={own}
          onChange={({ target }) => onPick(target.value)}
        >
          {!all.some(({ id }) => id === own) && <option value={own}>{own || '—'}</option>}
          {all.map(({ id, index, name }) => (
            <option key={index} value={id}>
              {name[lang] || name.zh || id}
            </option>
          ))}
        </select>
      )}
    </Row>
  )
}

/** A station's units: each leads to its own form. */
function Units({ feature }: { readonly feature: Feature }) {
  const t = useT('studio')
  const lang = useLanguage()
  const { canEdit, choose, addUnit } = useCityDesk()
  const units = unitsOf(feature).map((unit, index) => ({ unit, index, id: textIn(unit, 'id') }))
  return (
    <section className={styles.units} aria-label={t('cities.units')}>
      <h3>{t('cities.units')}</h3>
      <ul>
        {units.map(({ unit, index, id }) => (
          <li key={`${id} ${index}`}>
            <button
              type="button"
              className={styles.entry}
              onClick={() => choose({ ...chosenOf(feature), unit: index }, true)}
            >
              <span className={styles.entryName}>{textIn(unit.name, lang) || id}</span>
              <small>{id}</small>
            </button>
          </li>
        ))}
      </ul>
      {canEdit && units.length < MOST_UNITS && (
        <Button onClick={() => addUnit(feature)}>
          <Icon name="plus" /> {t('cities.addUnit')}
        </Button>
      )}
    </section>
  )
}

/** A station has no more. */
const MOST_UNITS = 20

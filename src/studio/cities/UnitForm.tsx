import { isObject, jsonOf, textIn } from '../../core/city/json.ts'
import { unitsOf } from '../../core/city/nameChecks.ts'
import { renameUnit, unitIdTrouble } from '../../core/city/renaming.ts'
import type { Feature } from '../../core/city/sketch.ts'
import { giveUnit, placeUnit, removeUnit, setUnit, unitPoint } from '../../core/city/units.ts'
import { UNIT_KINDS } from '../../core/taxonomy/vocabulary.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { calledUnit, noteIn } from './acts.ts'
import styles from './City.module.css'
import { chosenOf, useCityDesk } from './desk.ts'
import { Row } from './FormRow.tsx'
import { IdField } from './IdField.tsx'
import { TextField } from './TextField.tsx'

export interface UnitFormProps {
  readonly station: Feature
  /** Among the station's units. */
  readonly index: number
}

/** A unit as fields: what it is called and is, who is on board, where it belongs and waits. */
export function UnitForm({ station, index }: UnitFormProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { canEdit, edit, choose, sketch, frame, texts } = useCityDesk()
  const unit = unitsOf(station)[index]
  if (!unit) return null
  const { zh, en, id } = calledUnit(unit)
  const called = { zh: `“${zh || id}”`, en: `'${en || id}'` }
  const set = (what: string, zh: string, properties: Readonly<Record<string, unknown>>) => {
    const change = setUnit(station, index, properties)
    if (change)
      edit(
        { zh: `${called.zh}：${zh}`, en: `${called.en}: ${what}` },
        change,
        `${what} unit ${station.index} ${index}`,
      )
  }
  const rename = (language: 'zh' | 'en') => (text: string) =>
    set('name', '名称', { name: { ...(isObject(unit.name) ? unit.name : {}), [language]: text } })
  const isAway = unit.at !== undefined
  const at = unitPoint(station, unit, frame.plane)
  const backToStation = () => choose(chosenOf(station), true)
  const give = (to: Feature) => {
    const change = giveUnit(station, index, to)
    const label = { zh: `${called.zh}划归别站`, en: `${called.en} goes to another station` }
    if (change && edit(label, change)) choose({ ...chosenOf(to), unit: unitsOf(to).length }, true)
  }
  const kind = textIn(unit, 'kind')
  const city = jsonOf(texts.city)
  const partners = isObject(city) ? city.partners : []
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <p className={styles.acts}>
        <Button look="quiet" onClick={backToStation}>
          <Icon name="back" /> {station.name[lang] || station.name.zh || station.id}
        </Button>
      </p>
      <fieldset disabled={!canEdit} className={styles.fields}>
        <Row label={t('cities.zhName')}>
          {(fieldId) => (
            <TextField id={fieldId} lang="zh-CN" most={60} value={zh} onChange={rename('zh')} />
          )}
        </Row>
        <Row label={t('cities.enName')}>
          {(fieldId) => (
            <TextField id={fieldId} lang="en" most={80} value={en} onChange={rename('en')} />
          )}
        </Row>
        <Row label={t('cities.unitKind')}>
          {(fieldId) => (
            <select
              id={fieldId}
              className={styles.input}
              value={kind}
              onChange={({ target }) => set('kind', '警种', { kind: target.value })}
            >
              {!UNIT_KINDS.some((one) => one === kind) && (
                <option value={kind}>{kind || '—'}</option>
              )}
              {UNIT_KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`cities.unitKinds.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Row>
        <Row label={t('cities.fields.crew')} hint={t('cities.crewHint')}>
          {(fieldId, hintId) => (
            <TextField
              id={fieldId}
              hint={hintId}
              most={lang === 'zh' ? 120 : 200}
              lang={lang === 'zh' ? 'zh-CN' : 'en'}
              value={textIn(unit.crew, lang)}
              onChange={(text) => set('crew', '车组', { crew: noteIn(unit.crew, lang, text) })}
            />
          )}
        </Row>
        <Row label={t('cities.fields.station')}>
          {(fieldId) => (
            <select
              id={fieldId}
              className={styles.input}
              value={station.index}
              onChange={({ target }) => {
                const to = sketch.layers.stations[Number(target.value)]
                if (to) give(to)
              }}
            >
              {sketch.layers.stations.map((one) => (
                <option key={one.index} value={one.index}>
                  {one.name[lang] || one.name.zh || one.id}
                </option>
              ))}
            </select>
          )}
        </Row>
        <Row label={t('cities.id')}>
          {(fieldId) => (
            <IdField
              id={fieldId}
              value={id}
              what="units"
              followers={0}
              trouble={(to) => unitIdTrouble(sketch, partners, station, index, to)}
              onRename={(to) => {
                const change = renameUnit(station, index, to)
                const label = { zh: `${called.zh}：编号`, en: `${called.en}: id` }
                return change !== null && edit(label, change)
              }}
            />
          )}
        </Row>
      </fieldset>
      <p className={styles.fact}>
        {isAway ? t('cities.waitsAway') : t('cities.waitsHere')}{' '}
        {at && t('cities.positionOf', { x: at.x, y: at.y })}
      </p>
      {canEdit && (
        <p className={styles.acts}>
          {isAway && (
            <Button
              onClick={() => {
                const change = placeUnit(station, index, frame.plane, null)
                const label = {
                  zh: `${called.zh}回站待命`,
                  en: `${called.en} waits at its station`,
                }
                if (change) edit(label, change)
              }}
            >
              {t('cities.waitHere')}
            </Button>
          )}
          <Button
            onClick={() => {
              const change = removeUnit(station, index)
              const label = { zh: `删除${called.zh}`, en: `delete ${called.en}` }
              if (change && edit(label, change)) backToStation()
            }}
          >
            {t('cities.delete')}
          </Button>
        </p>
      )}
    </form>
  )
}

import type { Item, StageTime } from '../../core/scoring/scorecard.ts'
import type { RecordField } from '../../core/sim/command.ts'
import type { RecordView } from '../../core/sim/view.ts'
import type { Channel } from '../../ui/channel.ts'
import { zh } from '../../ui/i18n/debrief.ts'
import type { Translate, Values } from '../../ui/i18n/keys.ts'
import { tenths } from './format.ts'
import type { Ground } from './ground.ts'
import type { Names } from './names.ts'
import type { LineMoment, Row } from './rows.ts'

/** Items, stages and rows in words. Pure: takes the translator and the names. */

export interface Words {
  readonly t: Translate<'debrief'>
  readonly names: Names
}

type Earned = keyof typeof zh.earned
type Lost = keyof typeof zh.lost

const has = <T extends object>(table: T, key: string): key is keyof T & string =>
  Object.hasOwn(table, key)

/** What an item says: `没有复述核实`, `D5: 120 told late`. */
export function itemText(item: Item, { t, names }: Words, ground: Pick<Ground, 'rolled'>): string {
  const { code, subject } = item
  const values: Values = {
    class: names.class(subject),
    priority: subject,
    owner: names.owner(subject),
    fact: names.fact(subject),
    unit: code === 'unit' ? names.unitKind(subject) : names.unit(subject),
    partner: names.partner(subject),
    percent: subject,
    act: names.act(subject),
    word: subject,
    stage: ground.rolled.scenario.key.stage[Number(subject)]?.name[names.lang] ?? subject,
  }
  if (has(zh.lost, code)) return t(`lost.${code satisfies Lost}`, values)
  const key = variantOf(item, ground)
  return has(zh.earned, key) ? t(`earned.${key satisfies Earned}.${stateOf(item)}`, values) : code
}

/** A code has other words where nobody was to be sent, or a transfer stands for the dispatch. */
function variantOf({ code, subject }: Item, { rolled }: Pick<Ground, 'rolled'>): string {
  if (code === 'unit' && subject === 'none') return 'unit-none'
  if (code !== 'dispatch-time') return code
  if (subject === 'none') return 'dispatch-none'
  const transfers = rolled.scenario.key.partners.some(
    (duty) => duty.do === 'transfer' && duty.partner === subject,
  )
  return transfers ? 'transfer-time' : code
}

function stateOf({ points, max }: Item): 'full' | 'part' | 'none' {
  return points >= max ? 'full' : points > 0 ? 'part' : 'none'
}

/** A stage's name: the story's own clocks bring theirs. */
export function stageName(
  { stage, name }: StageTime,
  { t, names }: Words,
  channel: Channel,
): string {
  if (name) return name[names.lang]
  if (stage.startsWith('partner:'))
    return t('times.stage.tell', { partner: names.partnerShort(stage.slice(8)) })
  switch (stage) {
    case 'answer':
      return t(`by.${channel}.answer`)
    case 'place':
      return t('times.stage.place')
    case 'first-class':
      return t('times.stage.firstClass')
    case 'final-class':
      return t('times.stage.finalClass')
    case 'first-dispatch':
      return t('times.stage.firstDispatch')
    case 'call-back':
      return t(`by.${channel}.callBack`)
    case 'reply-gap':
      return t(`by.${channel}.replyGap`)
    default:
      return stage
  }
}

/** From when a stage is counted. */
export function stageFrom({ stage }: StageTime, { t }: Words, channel: Channel): string {
  if (stage === 'answer') return t(`by.${channel}.fromFirst`)
  if (stage === 'reply-gap') return t(`by.${channel}.fromLastWord`)
  if (stage === 'call-back') return t(`by.${channel}.fromDrop`)
  if (stage.startsWith('partner:')) return t('times.from.partner')
  if (stage.startsWith('stage:')) return t('times.from.own')
  return t(`by.${channel}.fromAnswer`)
}

/** Why an act was impossible. */
export function refusalText(why: string, { t }: Words): string {
  return has(zh.refusal, why) ? t(`refusal.${why}`) : t('refusal.other')
}

/** A value of the record; empty for nothing. */
export function valueText(
  field: RecordField,
  value: RecordView[RecordField],
  { names }: Words,
): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    if (field === 'class') return names.class(value)
    if (field === 'owner') return names.owner(value)
    return names.option(field, value)
  }
  if ('text' in value) {
    const { place, text } = value
    return place !== undefined && (text === '' || text === place) ? names.place(place) : text
  }
  const comma = names.lang === 'zh' ? '、' : ', '
  return value.map((entry) => names.option(field, entry)).join(comma)
}

/** What a row of the transcript says. */
export function rowText(row: Row, words: Words, ground: Pick<Ground, 'rolled'>): string {
  const { t, names } = words
  const { content } = row
  switch (content.kind) {
    case 'caller':
      return names.line(content.line)
    case 'said':
      return names.line(content.reply)
    case 'set':
      return setText(content, words)
    case 'order':
      return t(`row.${content.what}`, { unit: names.unit(content.unit) })
    case 'arrived':
      return t(content.right ? 'row.arrived' : 'row.arrivedWrong', {
        unit: names.unit(content.unit),
      })
    case 'partner': {
      const partner = names.partner(content.partner)
      if (content.what === 'tell') return t('row.tell', { partner })
      if (content.what === 'bridge')
        return t(content.fair ? 'row.bridgeFair' : 'row.bridgeCold', { partner })
      return t(content.fair ? 'row.transferFair' : 'row.transferCold', { partner })
    }
    case 'declined':
      return t('row.declined', { partner: names.partner(content.partner) })
    case 'report':
      return t('row.report', {
        from: names.partner(content.from),
        text: names.line(content.line),
      })
    case 'line':
      return lineText(content.what, row.at, words, ground)
    case 'mood':
      return t('row.mood')
    case 'missed': {
      const [mark] = row.marks
      return mark ? itemText(mark.item, words, ground) : ''
    }
    case 'device':
      if (content.what === 'hidden' && content.ms !== null)
        return t('row.hidden', { time: tenths(content.ms) })
      return t(content.what === 'hidden' ? 'row.hiddenPlain' : `row.${content.what}`)
  }
}

/** What became of the line, in the words of its channel: a text is opened and closed, not answered and hung up. */
function lineText(
  what: LineMoment,
  at: number,
  { t }: Words,
  { rolled }: Pick<Ground, 'rolled'>,
): string {
  const time = tenths(at)
  const { channel } = rolled.scenario
  if (channel === 'phone') return what === 'answer' ? t('row.answer', { time }) : t(`row.${what}`)
  if (what === 'answer') return t(`row.by.${channel}.open`, { time })
  return has(zh.row.by.sms, what) ? t(`row.by.${channel}.${what}`) : t(`row.${what}`)
}

function setText(content: Extract<Row['content'], { kind: 'set' }>, words: Words): string {
  const { t, names } = words
  const { change, before, choice } = content
  const { field } = change
  const value = valueText(field, change.value, words)
  const old = valueText(field, before, words)
  if (value === '') return t('row.emptied', { field: names.field(field) })
  if (choice !== null) return t(`row.${choice}`, { value })
  const short = field === 'priority' || field === 'owner' || field === 'people'
  return old !== '' && short
    ? t('row.changed', { field: names.field(field), before: old, value })
    : t('row.set', { field: names.field(field), value })
}

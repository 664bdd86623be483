import type { TrialGround } from '../robots/trial.ts'
import type { Rubric } from '../scoring/rubric.ts'
import { isKnownClass, type Taxonomy } from '../taxonomy/taxonomy.ts'
import { NOTICES } from '../taxonomy/vocabulary.ts'
import type { Path } from './diagnostic.ts'
import type { Finder } from './finder.ts'
import type { Fact } from './key.ts'
import { type Text, text } from './primitives.ts'
import type { Rolled } from './roll.ts'
import type { Scenario } from './schema.ts'
import { keyItems, reactionsIn, stepsIn } from './spots.ts'

/** What the city, the taxonomy and the rubric must know of: places, classes, goals, options, red lines, points. */

/** Checks one variant against what it is played on. */
export function checkGround(rolled: Rolled, ground: TrialGround, finder: Finder): void {
  const { scenario } = rolled
  places(rolled, ground, finder)
  for (const [id, fact] of Object.entries(scenario.facts))
    options(['facts', id], fact, ground.taxonomy, finder)
  answers(rolled, ground.taxonomy, finder)
}

/** Checks what is the same in every variant. */
export function checkWhole(
  scenario: Scenario,
  { taxonomy, rubric }: Pick<TrialGround, 'taxonomy' | 'rubric'>,
  finder: Finder,
): void {
  const goals = new Set(taxonomy.goals.map(({ id }) => id))
  for (const [index, id] of scenario.teaches.entries())
    if (!goals.has(id))
      finder.add(
        'SC021',
        ['teaches', index],
        `分类表里没有这个教学目标：“${id}”。`,
        `The taxonomy has no goal '${id}'.`,
      )
  for (const [index, id] of scenario.notice.entries())
    if (!NOTICES.some((notice) => notice === id))
      finder.add(
        'SC022',
        ['notice', index],
        `没有这个内容提示：“${id}”。`,
        `There is no content notice '${id}'.`,
        {
          fix: { zh: `可用：${NOTICES.join('、')}。`, en: `There are: ${NOTICES.join(', ')}.` },
        },
      )
  const topics = new Set(taxonomy.laws.map(({ topic }) => topic))
  for (const [index, answer] of scenario.key.answers.entries())
    for (const [at, topic] of (answer.law ?? []).entries())
      if (!topics.has(topic))
        finder.add(
          'SC020',
          ['key', 'answers', index, 'law', at],
          `分类表 laws 里没有这个主题：“${topic}”。`,
          `The taxonomy's laws have no topic '${topic}'.`,
          {
            fix: {
              zh: `可用：${[...topics].join('、')}。`,
              en: `There are: ${[...topics].join(', ')}.`,
            },
          },
        )
  for (const name of ['trust', 'arousal', 'patience'] as const) {
    const mood = scenario.moods[name]
    if (mood && (mood.start < mood.min || mood.start > mood.max))
      finder.add(
        'SC032',
        ['moods', name, 'start'],
        `起始值 ${mood.start} 不在 ${mood.min}–${mood.max} 之内。`,
        `The start ${mood.start} lies outside ${mood.min}–${mood.max}.`,
      )
  }
  const { trust, arousal } = scenario.moods
  const { achievable } = scenario.key
  if (achievable.trust > trust.max || achievable.arousal < arousal.min)
    finder.add(
      'SC032',
      ['key', 'achievable'],
      '可达到的情绪超出了情绪的范围。',
      'The achievable moods lie outside the moods’ ranges.',
    )
  weights(scenario, rubric, finder)
  criticals(scenario, rubric, finder)
}

function places(rolled: Rolled, { atlas }: TrialGround, finder: Finder): void {
  const { scenario } = rolled
  const place = (path: Path, id: unknown): void => {
    if (typeof id === 'string' && atlas.place(id)) return
    const said = wordsOf(id)
    finder.add(
      'SC019',
      path,
      `${scenario.city} 的地名表里没有“${said.zh}”。`,
      `The gazetteer of ${scenario.city} has no '${said.en}'.`,
    )
  }
  const { pin, sector } = scenario.caller.shows
  if (pin) place(['caller', 'shows', 'pin', 'at'], pin.at)
  if (sector) place(['caller', 'shows', 'sector', 'around'], sector.around)
  let placed = false
  for (const [id, fact] of Object.entries(scenario.facts)) {
    if (fact.record !== 'location') continue
    placed = true
    for (const value of Array.isArray(fact.is) ? fact.is : [fact.is])
      place(['facts', id, 'is'], value)
  }
  const waits = reactionsIn(rolled).find(
    ({ value }) => 'arrived' in value.on && value.on.place === 'right',
  )
  if (!placed)
    finder.add(
      'SC033',
      waits ? [...waits.path, 'on'] : ['facts'],
      waits ? '没有地点要素，警力永远到不了对的地方。' : '没有一个要素说明真实地点。',
      waits
        ? 'Without a fact for the location no unit can ever arrive at the right place.'
        : 'No fact says where it really is.',
      waits ? { severity: 'error' } : {},
    )
}

/** What was written, to be shown: a text by its words, all else as it stands. */
function wordsOf(value: unknown): Text {
  const known = text.safeParse(value)
  return known.success ? known.data : { zh: String(value), en: String(value) }
}

function options(path: Path, fact: Fact, taxonomy: Taxonomy, finder: Finder): void {
  const field = taxonomy.fields.find(({ id }) => id === fact.record)
  if (!field) return
  for (const value of Array.isArray(fact.is) ? fact.is : [fact.is]) {
    if (field.kind === 'number' && typeof value !== 'number') {
      finder.add(
        'SC023',
        [...path, 'is'],
        `警情单的“${field.name.zh}”要填数字。`,
        `The record's '${field.name.en}' takes a number.`,
        {
          fix: {
            zh: '填一个数，或把要素改记到别的栏。',
            en: 'Write a number, or put the fact into another field.',
          },
        },
      )
      continue
    }
    if (field.kind !== 'options' && field.kind !== 'option') continue
    if (field.free || field.options.some(({ id }) => id === value)) continue
    const said = wordsOf(value)
    finder.add(
      'SC023',
      [...path, 'is'],
      `警情单的“${field.name.zh}”里没有选项“${said.zh}”。`,
      `The record's '${field.name.en}' has no option '${said.en}'.`,
      {
        fix: {
          zh: `可选：${field.options.map(({ id, zh }) => `${zh}（${id}）`).join('、')}。`,
          en: `There are: ${field.options.map(({ id, en }) => `${en} (${id})`).join(', ')}.`,
        },
      },
    )
  }
}

function answers(rolled: Rolled, taxonomy: Taxonomy, finder: Finder): void {
  const { key } = rolled.scenario
  const list = keyItems(rolled, 'answers', key.answers)
  const first = list[0]
  if (!first || (first.value.when && Object.keys(first.value.when).length > 0))
    finder.add(
      'SC030',
      first?.path ?? ['key', 'answers'],
      '第一条答案不能有条件：什么都还不知道时也要有个对的类别。',
      'The first answer can’t have a condition: something must be right before anything is known.',
    )
  const known = (path: Path, id: string): void => {
    if (!isKnownClass(taxonomy, id))
      finder.add('SC020', path, `分类表里没有“${id}”。`, `The taxonomy has no class '${id}'.`)
  }
  for (const { path, value } of list) {
    known([...path, 'class', 'is'], value.class.is)
    for (const id of Object.keys(value.class.also ?? {})) known([...path, 'class', 'also', id], id)
  }
  for (const { path, value } of keyItems(rolled, 'critical', key.critical))
    if (value.on && 'class' in value.on)
      for (const [index, id] of value.on.class.entries()) known([...path, 'on', 'class', index], id)
}

/** The rubric's own points of D3 by the scenario's groups. */
function weights(scenario: Scenario, rubric: Rubric, finder: Finder): void {
  const { weights: own } = scenario.key
  if (!own) return
  const { parts, points, shiftable } = rubric.dims.D3
  const usual = {
    location: parts.located.value + parts.verified.value,
    what: parts.what.value,
    people: parts.people.value,
    danger: parts.danger.value,
    when: parts.when.value,
    callback: parts.callback.value,
  }
  const names = ['location', 'what', 'people', 'danger', 'when', 'callback'] as const
  const sum = names.reduce((total, name) => total + own[name], 0)
  const moved = names.reduce((total, name) => total + Math.max(0, own[name] - usual[name]), 0)
  if (sum !== points.value)
    finder.add(
      'SC031',
      ['key', 'weights'],
      `各项合计 ${sum} 分，应为 ${points.value}。`,
      `The weights add up to ${sum}; they must give ${points.value}.`,
    )
  else if (moved > shiftable.value)
    finder.add(
      'SC031',
      ['key', 'weights'],
      `挪动了 ${moved} 分，最多 ${shiftable.value} 分。`,
      `${moved} points are shifted; at most ${shiftable.value} may be.`,
    )
}

function criticals(scenario: Scenario, rubric: Rubric, finder: Finder): void {
  const named = new Set(
    stepsIn({ scenario, variant: {}, seed: '', origin: new WeakMap() }).flatMap(
      ({ fx }) => fx.critical ?? [],
    ),
  )
  const seen = new Set<string>()
  for (const [index, critical] of scenario.key.critical.entries()) {
    const path = ['key', 'critical', index]
    if (seen.has(critical.id))
      finder.add(
        'SC026',
        [...path, 'id'],
        `重大失误“${critical.id}”写了两遍。`,
        `The critical failure '${critical.id}' stands twice.`,
      )
    seen.add(critical.id)
    const line = rubric.critical.find(({ id }) => id === critical.kind)?.line
    if (line !== undefined && line !== critical.line)
      finder.add(
        'SC036',
        [...path, 'line'],
        `${critical.kind} 属于红线 ${line}，不是 ${critical.line}。`,
        `${critical.kind} falls under red line ${line}, not ${critical.line}.`,
      )
    if (!critical.on && !named.has(critical.id))
      finder.add(
        'SC025',
        path,
        `没有一步会触发“${critical.id}”，它也没有写 on。`,
        `No step crosses '${critical.id}', and it has no 'on'.`,
      )
  }
}

import { editText } from './edit/edit.ts'
import type { Text } from './primitives.ts'
import { id as idShape } from './primitives.ts'

/** The templates that come with the program: `scenarios/templates/<id>/scenario.yaml`. */
export const TEMPLATES: readonly {
  readonly id: string
  readonly name: Text
  readonly about: Text
}[] = [
  {
    id: 'empty',
    name: { zh: '空白', en: 'Empty' },
    about: { zh: '最小的一通来电，从头写起。', en: 'The smallest call, to write from scratch.' },
  },
  {
    id: 'simple-report',
    name: { zh: '简单报警', en: 'Simple report' },
    about: {
      zh: '噪音、纠纷一类：先接住火气，再问地点、复述、派警、收尾。',
      en: 'Noise, a quarrel: take the anger in, find the place, read it back, send, close.',
    },
  },
  {
    id: 'crisis',
    name: { zh: '危机来电', en: 'Crisis' },
    about: {
      zh: '不想活的人：先听，直接问，信你了才问在哪儿。',
      en: 'Someone who cannot go on: listen, ask plainly, and the place once there is trust.',
    },
  },
  {
    id: 'divert-12345',
    name: { zh: '分流到12345', en: 'Divert to 12345' },
    about: {
      zh: '没有险情的求助：说明归谁管，征得同意，陪到那头接起来。',
      en: 'Help without danger: say whose it is, ask, stay until they pick up.',
    },
  },
  {
    id: 'silent-call',
    name: { zh: '无声来电', en: 'Silent call' },
    about: {
      zh: '不能说话的人：敲击答是非，顺着暗语问。',
      en: 'Someone who cannot speak: taps for yes and no, then along with the code.',
    },
  },
  {
    id: 'text-message',
    name: { zh: '短信报警', en: 'Text message' },
    about: {
      zh: '躲着的人：不打电话，一条短信只问一件事。',
      en: 'Someone in hiding: no ringing, one question a text.',
    },
  },
]

/** May a scenario be called this? */
export const isScenarioId = (id: string): boolean => idShape.safeParse(id).success

/** What a call is called until its author calls it something. */
export const UNTITLED: Text = { zh: '未命名来电', en: 'Untitled call' }

/**
 * A template's text under an id of one's own, and not called what the template is called.
 * @returns null if that is no id
 */
export function fromTemplate(template: string, id: string, title = UNTITLED): string | null {
  return isScenarioId(id) ? renamed(template, id, title) : null
}

/** A call's text under another id and title, as a first version; null if it can't be read. */
export function renamed(text: string, id: string, title: Text): string | null {
  const made = editText(text, [
    { kind: 'set', path: ['id'], value: id },
    { kind: 'set', path: ['version'], value: 1 },
    { kind: 'set', path: ['title', 'zh'], value: title.zh },
    { kind: 'set', path: ['title', 'en'], value: title.en },
  ])
  return made.ok ? made.text : null
}

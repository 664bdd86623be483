import { expect, test } from 'vitest'
import { nameOf } from './where.ts'

const content = { anywhere: [{ id: 'fed-up' }, { on: { clock: '8m' } }] }

test.each([
  ['talk.nodes.crying.replies.gentle.goto', 'crying › gentle', 'crying › gentle'],
  ['talk.nodes.crying', 'crying', 'crying'],
  ['talk.nodes.crying.caller', 'crying › 来电人说', 'crying › The caller says'],
  ['talk.groups.ground', '回答组 ground', 'Group ground'],
  ['facts.place.is', '要素 place › 真相是', 'Fact place › What is true'],
  ['anywhere.0.caller', '随时反应 fed-up › 来电人说', 'Reaction fed-up › The caller says'],
  ['anywhere.1', '随时反应 2', 'Reaction 2'],
  ['world.partners.power', '联动单位 power', 'Partner power'],
  ['endings.late.after', '结局 late › 后来怎样', 'Ending late › What became of it'],
  ['key.answers.0.class', '答案 › 判定 1 › 类别', 'Answer key › Answers 1 › Class'],
  ['caller.persona', '来电人 › 是个什么人', 'Caller › Who they are'],
  ['moods.trust.start', '情绪 › 信任 › 开始于', 'Moods › Trust › Starts at'],
])('%s is named as a person would', (path, zh, en) => {
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  expect(nameOf(steps, 'zh', content)).toBe(zh)
  expect(nameOf(steps, 'en', content)).toBe(en)
})

import { beforeAll, describe, expect, it } from 'vitest'
import { loadNamespaces, setLanguage } from '../../ui/i18n/i18n.ts'
import { fakeSession } from '../runtime/fakes.ts'
import {
  clockTime,
  drive,
  incidentNumber,
  logText,
  phoneNumber,
  refusalText,
  seconds,
  span,
} from './words.ts'

beforeAll(async () => {
  await loadNamespaces(['desk'])
  setLanguage('zh')
})

describe('words of the desk', () => {
  it('tells spans, drives and clocks', () => {
    expect([span(0), span(61_999), span(3_729_000), span(-5)]).toEqual([
      '00:00',
      '01:01',
      '1:02:09',
      '00:00',
    ])
    expect([drive(189_100), drive(-1)]).toEqual(['3:10', '0:00'])
    expect(seconds(1849)).toBe('1.8')
    expect(clockTime('2025-12-14T23:59', 61_000)).toBe('00:00:01')
    expect(incidentNumber('2025-12-14T06:42')).toBe('110-20251214-0642')
    expect([phoneNumber('139****2671'), phoneNumber('95598')]).toEqual(['139 **** 2671', '95598'])
  })

  it('words every refusal, also one that it does not know', () => {
    expect(refusalText('no-place', 'phone')).toBe('还没有地点，不知道往哪儿派。')
    expect(refusalText('constructor', 'phone')).toBe('这个操作现在做不了。')
  })

  it('words what units, partners and the line report', () => {
    const session = fakeSession('practice')
    session.dispatch({ do: 'send', unit: 'north-1' }, 1000)
    session.dispatch({ do: 'tell', partner: 'power' }, 1000)
    session.dispatch({ do: 'hold' }, 1000)
    session.advanceTo(60_000)
    const view = session.view()
    const said = view.log.map((entry) => logText(entry, view, 'zh', 'phone'))
    expect(said).toContain('北-1 已派')
    expect(said).toContain('已通报 供电')
    expect(said).toContain('线路没有接通，做不了。')
    expect(said).toContain('来电人挂断了，没有接起')
    expect(said.filter((text) => /\{|desk:|undefined/.test(text))).toEqual([])
    // the line's own words follow the channel, the others stay
    const inChat = view.log.map((entry) => logText(entry, view, 'zh', 'wechat'))
    expect(inChat).toContain('北-1 已派')
    expect(inChat).toContain('会话没有打开，做不了。')
    expect(inChat).toContain('对方等不到回复，离开了会话')
    const onVideo = view.log.map((entry) => logText(entry, view, 'zh', 'video'))
    expect(onVideo).toContain('视频没有接通，做不了。')
    expect(onVideo).toContain('来电人关掉了视频，没有接通')
  })
})

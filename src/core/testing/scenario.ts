/** A small scenario for tests that uses every part of the format once. */
export const source = `
id: gate
version: 1
title: { zh: 门口的人, en: The man at the gate }
summary: { zh: 测试, en: For tests }
at: '2026-01-15T21:10'
teaches: [rapport-before-location]
level: 1
minutes: 3
channel: phone
city: grid
vary:
  who: [{ name: { zh: 老马, en: Old Ma } }, { name: { zh: 老田, en: Old Tian } }]
  spot: [shop, mill]
  truth: [quiet, loud]
caller:
  persona: { zh: 门卫, en: A guard }
  voice: { gender: male, age: elder }
  shows: { number: '138****0001', sector: { around: $spot, radius: 800m } }
moods:
  trust: { start: 20 }
  arousal: { start: 60 }
facts:
  place: { record: location, is: $spot, within: 80m, weight: 8, must: true, text: { zh: 地点, en: Place } }
  knife: { record: weapons, is: knife, weight: 3, text: { zh: 刀, en: Knife }, when: { vary: { truth: loud } } }
talk:
  start: open
  interrupt: { moods: { trust: -5 } }
  silence: { after: 6s, caller: { zh: 喂？, en: Hello? }, moods: { trust: -5 } }
  groups:
    ground:
      where: { act: [LOC_DIRECT], say: { zh: 你在哪儿？, en: Where are you? }, moods: { trust: -5 }, goto: [{ when: { trust: '>= 25' }, to: tells }, { to: open }], again: true }
  nodes:
    open:
      caller: { zh: '门口有个人，{who.name}怕出事。', en: 'There is a man at the gate; {who.name} is worried.' }
      use: [ground]
      replies:
        calm: { act: [LABEL], say: { zh: 您别急，我在听。, en: I am listening. }, moods: { trust: +15 }, goto: calmer, best: true }
        brush: { act: [MINIMISE], say: { zh: 没事的。, en: It is nothing. }, moods: { trust: -20 }, goto: open }
    calmer:
      caller:
        - { when: { vary: { truth: loud } }, zh: 他手里有刀。, en: He has a knife., reveals: [knife] }
        - { zh: 他就站着。, en: He just stands there. }
      use: [ground]
      replies:
        ask: { act: [LOC_LANDMARK], say: { zh: 旁边有什么？, en: What is beside you? }, goto: tells, best: true }
    tells:
      caller: { zh: '在{spot}旁边。', en: 'Beside {spot}.' }
      reveals: [place]
      replies:
        wait: { act: [EXPLAIN_NEXT], say: { zh: 民警马上到，您别出去。, en: Officers are coming; stay inside. }, moods: { trust: +10 }, goto: waits, best: true }
        out: { act: [UNSAFE], say: { zh: 您出去看看。, en: Go and look. }, critical: sent-out, line: dropped }
    waits:
      caller: { zh: 好。, en: Good. }
      replies:
        bye: { act: [CLOSE], say: { zh: 有事再打110。, en: Call again if need be. }, goto: bye, best: true }
    back: { caller: { zh: 刚才断了。, en: We were cut off. }, replies: { go-on: { act: [REASSURE], say: { zh: 我在。, en: I am here. }, goto: tells, best: true } } }
    here: { caller: { zh: 民警到了。, en: They are here. }, end: settled }
    bye: { caller: { zh: 谢谢。, en: Thank you. }, end: settled }
line:
  waits: 30s
  unanswered: nobody
  hung-up: cut
  dropped: { for: 60s, end: nobody }
  callback: [{ rings: 4s, goto: back }]
world:
  partners:
    son: { name: { zh: 儿子, en: Son }, when: { known: [place] } }
  stall: { nth: 2 }
anywhere:
  - { id: arrives, on: { arrived: patrol }, goto: here }
  - { id: fades, on: { mood: trust, falls-below: 1 }, line: dropped }
  - { id: gives-up, on: { silences: 3 }, line: dropped }
  - { id: power, on: { told: power }, after: 30s, report: { from: power, text: { zh: 已断电, en: Power is off } }, set: [power-off] }
  - { id: late, on: { clock: 5m }, end: late }
endings:
  settled: { outcome: safe, after: { zh: 没事了。, en: All is well. } }
  late: { outcome: late, after: { zh: 晚了。, en: Too late. } }
  nobody: { outcome: lost, after: { zh: 断了。, en: Lost. } }
  cut: { outcome: failed, after: { zh: 挂了。, en: Hung up. } }
key:
  answers:
    - { class: { is: P12 }, priority: L3, owner: '110' }
    - { when: { known: [knife], vary: { truth: loud } }, class: { is: P02.fight, also: { P02: 8, P09: 6 } }, priority: L2, owner: '110' }
  units: [{ kind: patrol, need: required }]
  partners: [{ partner: son, need: useful }, { partner: power, need: useful }]
  critical:
    - { id: sent-out, line: R2, kind: unsafe-instruction, text: { zh: 让他出去, en: Sent him out } }
  achievable: { trust: 45, arousal: 60 }
  best: { zh: 先稳住。, en: Steady him first. }
`

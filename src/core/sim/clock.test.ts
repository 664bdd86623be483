import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SimClock } from './clock.ts'

test('each timer runs at its own time, in order of due time and of setting', () => {
  const clock = new SimClock()
  const ran: [string, number][] = []
  const note = (name: string) => () => ran.push([name, clock.now])
  clock.setTimeout(note('late'), 300)
  clock.setTimeout(note('first'), 100)
  clock.setTimeout(note('second'), 100)
  clock.setTimeout(() => clock.setTimeout(note('nested'), 50), 120)
  clock.advanceTo(1000)
  expect(ran).toEqual([
    ['first', 100],
    ['second', 100],
    ['nested', 170],
    ['late', 300],
  ])
  expect(clock.now).toBe(1000)
  expect(clock.nextDue).toBeNull()
})

test('a cleared timer stays silent, and time never runs back', () => {
  const clock = new SimClock()
  let ran = 0
  clock.clearTimeout(clock.setTimeout(() => (ran += 1), 10))
  clock.advanceTo(100)
  clock.advanceTo(50)
  expect(ran).toBe(0)
  expect(clock.now).toBe(100)
})

test('the step size makes no difference', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(500), { maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 30 }),
      (delays, steps) => {
        const run = (advance: (clock: SimClock) => void): [number, number][] => {
          const clock = new SimClock()
          const seen: [number, number][] = []
          delays.forEach((delay, i) => {
            clock.setTimeout(() => {
              seen.push([i, clock.now])
              if (delay > 5)
                clock.setTimeout(() => seen.push([i + 100, clock.now]), Math.floor(delay / 3))
            }, delay)
          })
          advance(clock)
          clock.advanceTo(5000)
          return seen
        }
        const whole = run(() => undefined)
        const stepped = run((clock) => {
          for (const step of steps) clock.advanceTo(clock.now + step)
        })
        expect(stepped).toEqual(whole)
      },
    ),
  )
})

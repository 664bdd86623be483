import { describe, expect, it } from 'vitest'
import { SimTime } from './simTime.ts'

describe('simulated time', () => {
  it('runs with the wall, in whole ms, and stands still while stopped', () => {
    const time = new SimTime(1000)
    expect([time.at(5), time.running, time.wallOf(2000)]).toEqual([1000, false, null])
    time.start(500.4)
    expect(time.at(500.4)).toBe(1000)
    expect(time.at(750.9)).toBe(1250)
    expect(time.at(100)).toBe(1000)
    expect(time.wallOf(1250)).toBeCloseTo(750.4)
    time.stop(800.4)
    expect([time.at(9999), time.wallOf(1300)]).toEqual([1300, null])
    time.start(10_000)
    expect(time.at(10_001)).toBe(1301)
  })

  it('keeps its start when started twice', () => {
    const time = new SimTime()
    time.start(100)
    time.start(900)
    expect(time.at(1000)).toBe(900)
  })
})

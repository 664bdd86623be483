import { describe, expect, it } from 'vitest'
import { CameraControl } from './cameraControl.ts'

const city = { minX: 0, minY: 0, maxX: 18_000, maxY: 13_500 }
const size = { width: 600, height: 600 }
const sector = { minX: 8000, minY: 6000, maxX: 10_000, maxY: 8000 }

describe('camera control', () => {
  it('glides on the clock it is given and then rests', () => {
    const control = new CameraControl(city, size, () => false)
    control.fit(sector, true)
    expect(control.moving).toBe(true)
    control.step(5000)
    const start = control.now.scale
    control.step(5100)
    expect(control.now.scale).toBeGreaterThan(start)
    control.step(5600)
    expect(control.moving).toBe(false)
    expect(control.now).toMatchObject({ x: 9000, y: 7000 })
  })

  it('jumps for those who asked for little motion', () => {
    const control = new CameraControl(city, size, () => true)
    control.fit(sector, true)
    expect(control.moving).toBe(false)
    expect(control.now).toMatchObject({ x: 9000, y: 7000 })
  })

  it('knows whether the trainee has moved it', () => {
    const control = new CameraControl(city, size, () => false)
    control.fit(sector, false)
    expect(control.untouched).toBe(true)
    control.pan(10, 10)
    expect(control.untouched).toBe(false)
  })

  it('adds up quick presses of a zoom button', () => {
    const control = new CameraControl(city, size, () => false)
    control.fit(sector, false)
    const { scale } = control.now
    control.zoom(1.5, null, true)
    control.zoom(1.5, null, true)
    control.step(0)
    control.step(1000)
    expect(control.now.scale).toBeCloseTo(scale * 2.25, 9)
  })

  it('leaves the view alone if a wanted place is well in it already', () => {
    const control = new CameraControl(city, size, () => true)
    control.fit({ minX: 8500, minY: 6500, maxX: 9500, maxY: 7500 }, false)
    const before = control.now
    control.show({ x: 9100, y: 7100 })
    expect(control.now).toBe(before)
    control.show({ x: 3000, y: 3000 })
    expect(control.now).toMatchObject({ x: 3000, y: 3000 })
  })

  it('keeps the middle when its size changes', () => {
    const control = new CameraControl(city, size, () => true)
    control.fit(sector, false)
    control.resize({ width: 1100, height: 950 })
    expect(control.now).toMatchObject({ x: 9000, y: 7000 })
    expect(control.view).toEqual({ width: 1100, height: 950 })
  })
})

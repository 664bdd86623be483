import type { BenchResult } from '../../desk/map/bench.ts'
import { inLab } from './lab.ts'
import { inTurn } from './meter.ts'
import { type Bench, row } from './row.ts'

const UNITS = 300
const SECONDS = 3

/**
 * The map with 300 driving units beside a bare Phaser scene of the same size, renderer and settings, in the same page:
 * frames drawn in a second, each counted for a few seconds in turn.
 */
export const map: Bench = {
  name: 'map',
  run: () =>
    inLab({ pages: ['map'], site: false }, async (lab) => {
      const context = await lab.context()
      const page = await context.newPage()
      await page.setViewportSize({ width: 1200, height: 1000 })
      await page.goto(`${lab.url}/bench/map.html`)
      await page.waitForFunction('window.benchMap')
      const frames = async (units: number): Promise<number> => {
        const { fps } = await page.evaluate<BenchResult>(`benchMap(${units}, ${SECONDS})`)
        return fps
      }
      const { ours, peer } = await inTurn(
        5,
        () => frames(UNITS),
        () => frames(0),
      )
      return [
        row(
          `map: frames with ${UNITS} driving units`,
          'frames/s',
          ours,
          peer,
          'a bare Phaser scene',
        ),
      ]
    }),
}

import { type BenchResult, mountBench } from '../../../desk/map/bench.ts'
import { createLibrary } from '../../../ui/library/library.ts'
import { content } from './content.ts'

/** The map's page: `benchMap(units, seconds)` counts frames with so many driving units, 0 for a bare Phaser scene. */
declare global {
  interface Window {
    benchMap?: (units: number, seconds: number) => Promise<BenchResult>
  }
}

const { city } = await createLibrary(content).city('saijiang')

window.benchMap = async (units, seconds) => {
  const div = document.createElement('div')
  // as large as the map is at the desk on a 1920×1080 screen
  Object.assign(div.style, { position: 'fixed', inset: '0', width: '1100px', height: '950px' })
  document.body.replaceChildren(div)
  const result = await mountBench(div, { city, units, seconds })
  div.remove()
  return result
}
